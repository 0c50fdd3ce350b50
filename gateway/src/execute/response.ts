import { type FieldNode, type FragmentDefinitionNode, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operations.ts';
import { underClientKeys } from './client-paths.ts';
import { collectFields, type Selecting } from './collect-fields.ts';
import type { Shape } from './compile-object.ts';
import { type Deferred, startCompletion } from './completion.ts';
import { conditionVariables } from './conditions.ts';
import { hasDefer } from './defer.ts';
import type { FieldKeys } from './field-keys.ts';
import { introspect } from './introspect.ts';
import type { Data, Run } from './run.ts';
import { shapeOf } from './shape.ts';

export interface Response {
  /** What the client gets of everything that was answered, and what is deferred of that; what is wrong with it is added to the errors of the run. */
  respond(run: Run): { data: Data | null; deferred: readonly Deferred[] };
  /** Errors at the places that they have for the client. */
  locate(run: Run, errors: readonly GraphQLError[]): GraphQLError[];
}

/** Shapes that are kept per operation: one for each combination of the variables of its conditions. */
const SHAPES_KEPT = 64;

/** The response of an operation in the client's own shape, nulls and names by the schema that clients see. */
export function compileResponse(
  schema: GraphQLSchema,
  { document, definition }: Operation,
  keyOf: FieldKeys['keyOf'],
): Response {
  const type = schema.getRootType(definition.operation);
  if (!type) throw new Error(`There is no ${definition.operation} in the schema.`);
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const sets = [definition.selectionSet];
  const defers = hasDefer(document);
  const variables = conditionVariables(document);
  const shapes = new LRUCache<string, { selecting: Selecting; shape: Shape; introspected: FieldNode[] }>({
    max: SHAPES_KEPT,
  });

  const shapeFor = (conditions: Data) => {
    const key = variables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const known = shapes.get(key);
    if (known) return known;
    const selecting = { schema, fragments, conditions, keyOf, defers };
    const introspected = [...collectFields(selecting, type, sets).values()]
      .flat()
      .filter(({ name }) => name.value === '__schema' || name.value === '__type');
    const made = { selecting, shape: shapeOf(selecting, type, sets), introspected };
    shapes.set(key, made);
    return made;
  };

  const locate: Response['locate'] = (run, errors) =>
    underClientKeys(shapeFor(run.variables).selecting, type, sets, run.data, errors);

  return {
    respond(run) {
      const { shape, introspected } = shapeFor(run.variables);
      if (introspected.length > 0) {
        const answers = introspect(schema, definition, fragments.values(), introspected, run.variables);
        for (const field of introspected) run.data[keyOf(field)] = answers[(field.alias ?? field.name).value];
      }
      if (run.errors.length > 0) run.errors = locate(run, run.errors);
      const completion = startCompletion(run.errors);
      return { data: shape(run.data, completion) ?? null, deferred: completion.deferred };
    },
    locate,
  };
}
