import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { ListSize, Weights } from './weights.ts';

/** What is believed of a list about which nobody says anything. */
const ASSUMED_LIST_SIZE = 10;
const MUTATION_COST = 10;
/** Selections looked at; aliased fragments in each other could otherwise keep us busy. */
const MAX_SELECTIONS = 20_000;

type Variables = Readonly<Record<string, unknown>>;

export interface Estimate {
  total: number;
  /** Fields that want exactly one slicing argument and did not get it. */
  unsized: { coordinate: string; slicingArguments: readonly string[] }[];
}

interface Selected {
  parent: GraphQLNamedType;
  nodes: FieldNode[];
}

/**
 * What an operation may cost at most, before it runs: 1 for each object, 0 for each scalar, 10 for a mutation, unless `@cost` says otherwise, times the
 * lengths of the lists around it as `@listSize` tells them. After IBM's specification (https://ibm.github.io/graphql-specs/cost-spec.html) with Apollo's defaults.
 */
export function costOf(
  schema: GraphQLSchema,
  { costs, sizes }: Weights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Estimate {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const unsized: Estimate['unsized'] = [];
  let looked = 0;

  /** Fields that make one entry of the answer count once, however often they are selected. */
  const collect = (parent: GraphQLNamedType, sets: readonly SelectionSetNode[]): Selected[] => {
    const found = new Map<string, Selected>();
    const spread = new Set<string>();
    const visit = (type: GraphQLNamedType, { selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        looked += 1;
        if (isLeftOut(selection, variables)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
          const known = found.get(key);
          if (known) known.nodes.push(selection);
          else found.set(key, { parent: type, nodes: [selection] });
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!fragment) continue;
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const name = `${type.name} ${selection.name.value}`;
          if (spread.has(name)) continue;
          spread.add(name);
        }
        const narrowed = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
        visit(narrowed ?? type, fragment.selectionSet);
      }
    };
    for (const set of sets) visit(parent, set);
    return [...found.values()];
  };

  const ofSelections = (
    parent: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    sized: ReadonlyMap<string, number>,
  ): number => {
    let total = 0;
    for (const selected of collect(parent, sets)) {
      if (looked > MAX_SELECTIONS) return Number.POSITIVE_INFINITY;
      total += ofField(selected, sized);
    }
    return total;
  };

  const ofField = ({ parent, nodes }: Selected, sized: ReadonlyMap<string, number>): number => {
    const [node] = nodes;
    const field = node && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!node || !field || !('args' in field)) return 0;
    const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
    const coordinates = owners.map(({ name }) => `${name}.${field.name}`);
    const type = getNamedType(field.type);
    const given = argumentsOf(field, node, variables);

    const size = coordinates.flatMap((coordinate) => sizes.get(coordinate) ?? [])[0];
    const length = size && lengthOf(size, given);
    if (size && !isSliced(size, given)) {
      unsized.push({ coordinate: `${parent.name}.${field.name}`, slicingArguments: size.slicingArguments });
    }
    const own = sized.get(field.name) ?? (size?.sizedFields.length ? undefined : length);
    const count = isListType(getNullableType(field.type)) ? (own ?? ASSUMED_LIST_SIZE) : 1;
    const below = new Map(size?.sizedFields.map((name) => [name, length ?? ASSUMED_LIST_SIZE]));

    const weight = heaviest(costs, coordinates) ?? typeWeight(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = isCompositeType(type) ? ofSelections(type, sets, below) : 0;
    const inputs = field.args.map(({ name, type: input }) => {
      const weighed = heaviest(
        costs,
        coordinates.map((coordinate) => `${coordinate}(${name}:)`),
      );
      return ofInput(input, given[name], weighed);
    });
    return count * (weight + inner) + inputs.reduce((sum, each) => sum + each, 0);
  };

  const typeWeight = (type: GraphQLNamedType): number => {
    const owners = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    return (
      heaviest(
        costs,
        owners.map(({ name }) => name),
      ) ?? (isLeafType(type) ? 0 : 1)
    );
  };

  const ofInput = (type: GraphQLInputType, value: unknown, weight?: number): number => {
    if (value === undefined || value === null) return 0;
    if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + ofInput(type, each, weight), 0);
    const named = getNamedType(type);
    const own = weight ?? costs.get(named.name) ?? (isInputObjectType(named) ? 1 : 0);
    if (!isInputObjectType(named) || typeof value !== 'object') return own;
    const fields = Object.values(named.getFields());
    return fields.reduce((sum, field) => {
      const inner = Object.hasOwn(value, field.name) ? (value as Record<string, unknown>)[field.name] : undefined;
      return sum + ofInput(field.type, inner, costs.get(`${named.name}.${field.name}`));
    }, own);
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return { total: 0, unsized };
  const base = operation.operation === 'mutation' ? MUTATION_COST : 0;
  return { total: base + ofSelections(root, [operation.selectionSet], new Map()), unsized };
}

/** The largest of the slicing arguments that are given, else what is assumed. */
function lengthOf({ slicingArguments, assumedSize }: ListSize, given: Record<string, unknown>): number | undefined {
  const asked = slicingArguments.flatMap((name) => {
    const value = given[name];
    return typeof value === 'number' ? [Math.max(0, value)] : [];
  });
  return asked.length > 0 ? Math.max(...asked) : assumedSize;
}

function isSliced({ slicingArguments, requireOneSlicingArgument }: ListSize, given: Record<string, unknown>): boolean {
  if (!requireOneSlicingArgument || slicingArguments.length === 0) return true;
  return slicingArguments.filter((name) => given[name] !== undefined && given[name] !== null).length === 1;
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Record<string, unknown> {
  const given: Record<string, unknown> = Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
  for (const { name, defaultValue } of field.args) given[name] ??= defaultValue;
  return given;
}

function isLeftOut({ directives }: SelectionSetNode['selections'][number], variables: Variables): boolean {
  return (directives ?? []).some(({ name, arguments: [condition] = [] }) => {
    if (!condition) return false;
    if (name.value === 'skip') return valueFromASTUntyped(condition.value, variables) === true;
    return name.value === 'include' && valueFromASTUntyped(condition.value, variables) === false;
  });
}

function heaviest(costs: ReadonlyMap<string, number>, coordinates: readonly string[]): number | undefined {
  const weights = coordinates.flatMap((coordinate) => costs.get(coordinate) ?? []);
  return weights.length > 0 ? Math.max(...weights) : undefined;
}
