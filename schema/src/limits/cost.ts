import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentsOf, costOfArgument, type Given, isSliced, lengthOf } from './arguments.ts';
import { outlineOf } from './outline.ts';
import { type Selected, selectionsOf } from './selected.ts';
import { evaluate, product, sum, type Term, type Variables } from './term.ts';
import type { Weights } from './weights.ts';

/** What is believed of a list about which nobody says anything. */
export const ASSUMED_LIST_SIZE = 10;
const MUTATION_COST = 10;
/** Outcomes of `@skip` and `@include` that are kept per operation. */
const OUTCOMES_KEPT = 16;

export interface Estimate {
  total: number;
  /** Fields that want exactly one slicing argument and did not get it. */
  unsized: { coordinate: string; slicingArguments: readonly string[] }[];
}

/** What an operation may cost with these variables. */
export type EstimateCost = (variables: Variables) => Estimate;

/**
 * What an operation may cost at most, before it runs: 1 for each object, 0 for each scalar, 10 for a mutation, unless `@cost` says otherwise, times the
 * lengths of the lists around it as `@listSize` gives them. After IBM's specification (https://ibm.github.io/graphql-specs/cost-spec.html) with Apollo's defaults.
 * The document is walked once for each outcome of its conditions; a request adds up what depends on its variables.
 */
export function compileCost(
  schema: GraphQLSchema,
  weights: Weights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): EstimateCost {
  const names = [...outlineOf(schema, document, operation).conditions];
  const outcomes = new Map<string, EstimateCost>();
  return (variables) => {
    const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = outcomes.get(key);
    if (known) return known(variables);
    const estimate = compileOutcome(schema, weights, document, operation, variables);
    if (outcomes.size >= OUTCOMES_KEPT) outcomes.clear();
    outcomes.set(key, estimate);
    return estimate(variables);
  };
}

function compileOutcome(
  schema: GraphQLSchema,
  { costs, sizes }: Weights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Variables,
): EstimateCost {
  const { fieldsOf, isTooMuch } = selectionsOf(schema, document, conditions);
  const checks: ((variables: Variables) => Estimate['unsized'])[] = [];

  const ofSelections = (
    parent: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    sized: ReadonlyMap<string, Term>,
  ): Term => {
    const terms: Term[] = [];
    for (const selected of fieldsOf(parent, sets)) {
      if (isTooMuch()) return Number.POSITIVE_INFINITY;
      terms.push(ofField(selected, sized));
    }
    return sum(terms);
  };

  const ofField = ({ parent, nodes }: Selected, sized: ReadonlyMap<string, Term>): Term => {
    const [node] = nodes;
    const field = node && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!node || !field || !('args' in field)) return 0;
    const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
    const coordinates = owners.map(({ name }) => `${name}.${field.name}`);
    const type = getNamedType(field.type);
    const given = argumentsOf(field, node);

    const size = coordinates.flatMap((coordinate) => sizes.get(coordinate) ?? [])[0];
    const length = size ? lengthOf(size, given, ASSUMED_LIST_SIZE) : ASSUMED_LIST_SIZE;
    if (size?.requireOneSlicingArgument) {
      const unsized = [{ coordinate: `${parent.name}.${field.name}`, slicingArguments: size.slicingArguments }];
      checks.push((variables) => (isSliced(size, given, variables) ? [] : unsized));
    }
    const own = sized.get(field.name) ?? (size?.sizedFields.length ? ASSUMED_LIST_SIZE : length);
    const count = isListType(getNullableType(field.type)) ? own : 1;
    const below = new Map(size?.sizedFields.map((name) => [name, length]));

    const weight = heaviest(costs, coordinates) ?? typeWeight(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = isCompositeType(type) ? ofSelections(type, sets, below) : 0;
    return sum([product(count, sum([weight, inner])), ...ofArguments(field, coordinates, given)]);
  };

  const ofArguments = ({ args }: GraphQLField<unknown, unknown>, coordinates: readonly string[], given: Given) =>
    args.flatMap(({ name, type }): Term[] => {
      const argument = given.get(name);
      const itsCoordinates = coordinates.map((coordinate) => `${coordinate}(${name}:)`);
      return argument ? [costOfArgument(costs, type, argument, heaviest(costs, itsCoordinates))] : [];
    });

  const typeWeight = (type: GraphQLNamedType): number => {
    const owners = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    const names = owners.map(({ name }) => name);
    return heaviest(costs, names) ?? (isLeafType(type) ? 0 : 1);
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return () => ({ total: 0, unsized: [] });
  const base = operation.operation === 'mutation' ? MUTATION_COST : 0;
  const selected = sum([base, ofSelections(root, [operation.selectionSet], new Map())]);
  // An empty list of endless entries would be no number.
  const total = isTooMuch() ? Number.POSITIVE_INFINITY : selected;
  return (variables) => ({
    total: evaluate(total, variables),
    unsized: checks.flatMap((check) => check(variables)),
  });
}

function heaviest(costs: ReadonlyMap<string, number>, coordinates: readonly string[]): number | undefined {
  const weights = coordinates.flatMap((coordinate) => costs.get(coordinate) ?? []);
  return weights.length > 0 ? Math.max(...weights) : undefined;
}
