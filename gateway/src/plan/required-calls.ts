import { parseSelectionSet, type SelectionSet } from '@apollo/federation-internals';
import type { QueryPlanner, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, print, type SelectionSetNode, visit } from 'graphql';

/** What a field requires, when a part of it is required with other arguments too. */
export interface Required {
  /** Such parts by the way to them: under which key they are asked for. A way is made of the names of fields. */
  keys: ReadonlyMap<string, string>;
  /** All that it requires, with those keys as aliases. */
  selections: readonly QueryPlanSelectionNode[];
}

/** The calls that fields require, by subgraph and `Type.field`. */
export type RequiredCalls = ReadonlyMap<string, ReadonlyMap<string, Required>>;

/** The part of an edge of Apollo's query graph that says what must be known to take it. */
interface Edge {
  head: { source: string; type: { name: string } };
  transition: { kind: string; definition?: { name: string } };
  conditions?: SelectionSet;
}

/**
 * Gives a planner keys for the fields that `@requires` asks for with several sets of arguments. It looks for what is
 * required under the names of fields, takes `price(in: MXN)` and `price(in: USD)` of one object for the same, and asks
 * for the last one alone; under a key for each it asks for both. What then has to be sent in two calls is for `splitFetch`.
 */
export function separateRequiredCalls(planner: QueryPlanner): RequiredCalls {
  const edges = [...edgesOf(planner)].flatMap((edge) => {
    const { conditions, transition } = edge;
    const field = transition.kind === 'FieldCollection' ? transition.definition?.name : undefined;
    if (!conditions || !field) return [];
    return [{ edge, conditions, field, required: selectionsOf(String(conditions)) }];
  });
  const keys = keysOf(edges.map(({ required }) => required));
  const found = new Map<string, Map<string, Required>>();
  for (const { edge, conditions, field, required } of edges) {
    const used = new Map<string, string>();
    const separate = withKeys(required, keys, '', used);
    if (used.size === 0) continue;
    const { source: subgraph, type } = edge.head;
    // Its getter has no setter; a planner is ours alone from the moment that it is made.
    Reflect.set(edge, '_conditions', parseSelectionSet({ parentType: conditions.parentType, source: print(separate) }));
    const ofSubgraph = found.get(subgraph) ?? new Map<string, Required>();
    found.set(subgraph, ofSubgraph.set(`${type.name}.${field}`, { keys: used, selections: selected(separate) }));
  }
  return found;
}

function selectionsOf(text: string): SelectionSetNode {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`These are no selections: ${text}`);
  return operation.selectionSet;
}

function edgesOf(planner: QueryPlanner): Iterable<Edge> {
  return Reflect.get(planner, 'federatedQueryGraph').allEdges();
}

/** A key for each call of the fields that are called in more than one way; by the call's text. */
function keysOf(sets: readonly SelectionSetNode[]): ReadonlyMap<string, string> {
  const calls = new Map<string, Set<string>>();
  for (const set of sets) {
    visit(set, {
      [Kind.FIELD](field) {
        const name = field.name.value;
        calls.set(name, (calls.get(name) ?? new Set()).add(callOf(field)));
      },
    });
  }
  return new Map(
    [...calls].flatMap(([name, texts]) =>
      texts.size > 1 ? [...texts].map((text, index): [string, string] => [text, `${name}__required${index}`]) : [],
    ),
  );
}

function withKeys(
  set: SelectionSetNode,
  keys: ReadonlyMap<string, string>,
  way: string,
  used: Map<string, string>,
): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      const isField = selection.kind === Kind.FIELD;
      const path = isField ? wayTo(way, selection.name.value) : way;
      const key = isField ? keys.get(callOf(selection)) : undefined;
      if (key) used.set(path, key);
      const selectionSet = selection.selectionSet && withKeys(selection.selectionSet, keys, path, used);
      const alias = key && { kind: Kind.NAME as const, value: key };
      return { ...selection, ...(alias && { alias }), ...(selectionSet && { selectionSet }) };
    }),
  };
}

/** The same in the planner's terms. */
function selected({ selections }: SelectionSetNode): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet && selected(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return [{ kind: selection.kind, typeCondition: selection.typeCondition?.name.value, selections: inner ?? [] }];
    }
    return [{ kind: selection.kind, name: selection.name.value, alias: selection.alias?.value, selections: inner }];
  });
}

export function wayTo(way: string, name: string): string {
  return `${way}.${name}`;
}

function callOf({ name, arguments: given = [] }: FieldNode): string {
  const texts = given.map((argument) => print(argument)).sort();
  return texts.length > 0 ? `${name.value}(${texts.join()})` : name.value;
}
