import { type FragmentDefinitionNode, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import type { Operation } from '../supergraph/operation.ts';
import { underClientKeys } from './client-paths.ts';
import { collectFields } from './collect-fields.ts';
import { type Deferred, startCompletion } from './completion.ts';
import type { FieldKeys } from './field-keys.ts';
import { introspect } from './introspect.ts';
import type { Data, Run } from './run.ts';
import { shapeOf } from './shape.ts';

export interface Response {
  /** What the client gets of everything that was answered, and what is deferred of that; what is wrong with it is added to the errors of the run. */
  respond(run: Run): { data: Data | null; deferred: readonly Deferred[] };
  /** What explains nulls: the errors of the run, and the places that were emptied. */
  explaining(run: Run): readonly GraphQLError[];
  /** Errors at the places that they have for the client. */
  locate(run: Run, errors: readonly GraphQLError[]): GraphQLError[];
}

/** The response of an operation, its conditions decided, in the client's own shape, nulls and names by the schema that clients see. */
export function compileResponse(
  schema: GraphQLSchema,
  { document, definition, defers }: Operation,
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
  const selecting = { schema, fragments, keyOf, defers };
  const shape = shapeOf(selecting, type, sets);
  const introspected = [...collectFields(selecting, type, sets).values()]
    .flat()
    .filter(({ name }) => name.value === '__schema' || name.value === '__type');
  const locate: Response['locate'] = (run, errors) => underClientKeys(selecting, type, sets, run.data, errors);

  const explaining: Response['explaining'] = (run) =>
    run.emptied.length > 0 ? [...run.errors, ...locate(run, run.emptied)] : run.errors;

  return {
    respond(run) {
      if (introspected.length > 0) {
        const answers = introspect(schema, definition, fragments.values(), introspected, run.variables);
        for (const field of introspected) run.data[keyOf(field)] = answers[(field.alias ?? field.name).value];
      }
      if (run.errors.length > 0) run.errors = locate(run, run.errors);
      const completion = startCompletion(run.errors, explaining(run));
      return { data: shape(run.data, completion) ?? null, deferred: completion.deferred };
    },
    locate,
    explaining,
  };
}
