import { type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operations.ts';
import { underClientKeys } from './client-paths.ts';
import { collectFields, type Selecting } from './collect-fields.ts';
import type { Shape } from './compile-object.ts';
import { startCompletion } from './completion.ts';
import { conditionVariables } from './conditions.ts';
import type { FieldKeys } from './field-keys.ts';
import { introspect } from './introspect.ts';
import type { Data, Run } from './run.ts';
import { shapeOf } from './shape.ts';

/** What the client gets of everything that was answered; what is wrong with it is added to the errors of the run. */
export type Respond = (run: Run) => Data | null;

/** Shapes that are kept per operation: one for each combination of the variables of its conditions. */
const SHAPES_KEPT = 64;

/** The response of an operation in the client's own shape, nulls and names by the schema that clients see. */
export function compileResponse(
  schema: GraphQLSchema,
  { document, definition }: Operation,
  keyOf: FieldKeys['keyOf'],
): Respond {
  const type = schema.getRootType(definition.operation);
  if (!type) throw new Error(`There is no ${definition.operation} in the schema.`);
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const sets = [definition.selectionSet];
  const variables = conditionVariables(document);
  const shapes = new LRUCache<string, { selecting: Selecting; shape: Shape; introspected: FieldNode[] }>({
    max: SHAPES_KEPT,
  });

  const shapeFor = (conditions: Data) => {
    const key = variables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const known = shapes.get(key);
    if (known) return known;
    const selecting = { schema, fragments, conditions, keyOf };
    const introspected = [...collectFields(selecting, type, sets).values()]
      .flat()
      .filter(({ name }) => name.value === '__schema' || name.value === '__type');
    const made = { selecting, shape: shapeOf(selecting, type, sets), introspected };
    shapes.set(key, made);
    return made;
  };

  return (run) => {
    const { selecting, shape, introspected } = shapeFor(run.variables);
    if (introspected.length > 0) {
      const answers = introspect(schema, definition, fragments.values(), introspected, run.variables);
      for (const field of introspected) run.data[keyOf(field)] = answers[(field.alias ?? field.name).value];
    }
    if (run.errors.length > 0) run.errors = underClientKeys(selecting, type, sets, run.data, run.errors);
    return shape(run.data, startCompletion(run.errors)) ?? null;
  };
}
