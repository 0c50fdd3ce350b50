import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isSelecting, variableOf } from '../conditions.ts';
import { introspectionLengths } from './introspection.ts';
import { noSplits, type Splits } from './splits.ts';

/** What an operation asks for when its fragments are written out; nothing of other operations in its document. */
export interface Outline {
  /** Fields and fragments; those of a fragment as often as it is spread, those of an interface as often as a plan repeats them. */
  selections: number;
  /** How many selection sets are in each other at most. */
  nesting: number;
  /** How many fields lie below each other at most. Introspection is left out: it has a bound of its own. */
  depth: number;
  /** Fields under another name. */
  aliases: number;
  /** The fields of the root, wherever they stand; how many, and which. */
  rootFields: number;
  roots: ReadonlySet<string>;
  /** Fields of the schema that introspection answers, by the usual lengths of its lists. */
  introspected: number;
  /** Fragments that may be deferred. */
  deferred: number;
  /** Variables on which `@skip` and `@include` depend, and those of `@defer`. */
  conditions: ReadonlySet<string>;
  deferConditions: ReadonlySet<string>;
}

/** Selection sets in each other that are looked at; what has more of them is too large whatever it is. */
export const MOST_NESTING = 200;

const NOTHING: Outline = {
  selections: 0,
  nesting: 0,
  depth: 0,
  aliases: 0,
  rootFields: 0,
  roots: new Set(),
  introspected: 0,
  deferred: 0,
  conditions: new Set(),
  deferConditions: new Set(),
};

/** The outline of one operation, which may be the only one that is looked at. */
export function outlineOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  splits: Splits = noSplits,
): Outline {
  return outliner(schema, document, splits).ofOperation(operation);
}

/** Whether an operation asks for the schema, wherever that stands in it. */
export function asksForSchema({ roots }: Outline): boolean {
  return roots.has('__schema') || roots.has('__type');
}

/**
 * Outlines the operations of a document in one walk: each fragment is looked at once and counts wherever it is spread, so that what
 * doubles a thousand times costs nothing here. It may be a document that is not valid, with cycles of fragments and unknown names.
 */
export function outliner(schema: GraphQLSchema, document: DocumentNode, splits: Splits) {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const outlined = new Map<string, Outline>();
  const lengths = introspectionLengths(schema);

  const ofFragment = (name: string, level: number): Outline => {
    const known = outlined.get(name);
    if (known) return known;
    // Validation refuses cycles; here they only must not go round for ever.
    outlined.set(name, NOTHING);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const outline = fragment ? ofSet(fragment.selectionSet, type, level) : NOTHING;
    outlined.set(name, outline);
    return outline;
  };

  const ofSet = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined, level: number): Outline => {
    if (level > MOST_NESTING) return { ...NOTHING, nesting: Number.POSITIVE_INFINITY };
    const total = {
      ...NOTHING,
      roots: new Set<string>(),
      conditions: new Set<string>(),
      deferConditions: new Set<string>(),
    };
    for (const selection of selections) {
      add(total, ofSelection(selection, parent, level));
      for (const directive of selection.directives ?? []) {
        const variable = variableOf(directive);
        if (directive.name.value === 'defer') {
          total.deferred += 1;
          if (variable) total.deferConditions.add(variable);
        } else if (variable && isSelecting(directive)) total.conditions.add(variable);
      }
    }
    total.nesting += 1;
    return total;
  };

  const ofSelection = (
    selection: SelectionSetNode['selections'][number],
    parent: GraphQLNamedType | undefined,
    level: number,
  ): Outline => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent, level);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const below = ofFragment(selection.name.value, level + 1);
      return { ...below, selections: below.selections + 1 };
    }
    const { typeCondition, selectionSet } = selection;
    const below = ofSet(selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : parent, level + 1);
    return { ...below, selections: below.selections + 1 };
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined, level: number): Outline => {
    const name = node.name.value;
    const coordinate = `${parent?.name}.${name}`;
    const below = node.selectionSet ? ofSet(node.selectionSet, typeOf(schema, parent, name), level + 1) : NOTHING;
    const isOfSchema = name === '__schema' || name === '__type' || parent?.name.startsWith('__');
    return {
      ...below,
      selections: (below.selections + 1) * (splits.get(coordinate) ?? 1),
      depth: name.startsWith('__') ? 0 : below.depth + 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      rootFields: 1,
      roots: new Set([name]),
      introspected: isOfSchema ? (below.introspected + 1) * (lengths.get(coordinate) ?? 1) : below.introspected,
    };
  };

  return {
    ofOperation: ({ operation, selectionSet }: OperationDefinitionNode): Outline =>
      ofSet(selectionSet, schema.getRootType(operation) ?? undefined, 0),
    ofFragment: (name: string): Outline => ofFragment(name, 0),
  };
}

function typeOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLNamedType | undefined {
  if (name === '__schema') return schema.getType('__Schema');
  if (name === '__type') return schema.getType('__Type');
  const field = parent && 'getFields' in parent ? parent.getFields()[name] : undefined;
  return field && getNamedType(field.type);
}

interface Total extends Outline {
  roots: Set<string>;
  conditions: Set<string>;
  deferConditions: Set<string>;
}

function add(total: Total, each: Outline): void {
  total.selections += each.selections;
  total.nesting = Math.max(total.nesting, each.nesting);
  total.depth = Math.max(total.depth, each.depth);
  total.aliases += each.aliases;
  total.rootFields += each.rootFields;
  total.introspected += each.introspected;
  total.deferred += each.deferred;
  for (const name of each.roots) total.roots.add(name);
  for (const name of each.conditions) total.conditions.add(name);
  for (const name of each.deferConditions) total.deferConditions.add(name);
}
