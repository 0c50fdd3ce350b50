import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './run.ts';
import { namesUnder } from './type-names.ts';

/** What a fetch sends of an entity; undefined when something that it needs was not answered. */
export type Represent = (entity: Data) => Data | undefined;

export function compileRepresentation(schema: GraphQLSchema, requires: readonly QueryPlanSelectionNode[]): Represent {
  // Several fragments at the top are alternatives: each that applies and is complete counts.
  const parts = requires.map((selection) => compileSelections(schema, [selection]));
  const [only] = parts;
  if (only && parts.length === 1) {
    return (entity) => {
      const representation: Data = {};
      return only(entity, representation) && representation.__typename !== undefined ? representation : undefined;
    };
  }
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) {
      const taken: Data = {};
      if (part(entity, taken)) Object.assign(representation, taken);
    }
    return representation.__typename === undefined ? undefined : representation;
  };
}

/** Copies what is selected; false when something is missing, which is not the same as null. */
type Copy = (from: Data, to: Data) => boolean;

function compileSelections(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Copy {
  const copies = selections.map((selection): Copy => {
    if (selection.kind === 'Field') return copyField(schema, selection);
    const inner = compileSelections(schema, selection.selections);
    const { typeCondition } = selection;
    if (!typeCondition) return inner;
    const names = namesUnder(schema, typeCondition);
    return (from, to) => !names.has(String(from.__typename)) || inner(from, to);
  });
  return (from, to) => {
    for (const copy of copies) if (!copy(from, to)) return false;
    return true;
  };
}

function copyField(schema: GraphQLSchema, field: Extract<QueryPlanSelectionNode, { kind: 'Field' }>): Copy {
  // What others require with other arguments is asked for under a key of its own, and sent under its name.
  const key = field.alias ?? field.name;
  const { name } = field;
  const inner =
    field.selections && field.selections.length > 0 ? compileSelections(schema, field.selections) : undefined;
  if (!inner) {
    return (from, to) => {
      const value = from[key];
      if (value === undefined) return false;
      to[name] = value;
      return true;
    };
  }
  return (from, to) => {
    const value = copyValue(from[key], inner, to[name]);
    if (value === undefined) return false;
    to[name] = value;
    return true;
  };
}

/** Two fragments may take different parts of the same object, so that what was taken before is added to. */
function copyValue(value: unknown, inner: Copy, before: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => copyValue(item, inner, Array.isArray(before) ? before[index] : undefined));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isData(value)) return undefined;
  const taken: Data = isData(before) ? before : {};
  return inner(value, taken) ? taken : undefined;
}
