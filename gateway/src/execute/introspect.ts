import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Data } from './run.ts';

/** Answers the fields `__schema` and `__type` of an operation from the schema that clients see. */
export function introspect(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
  fields: readonly FieldNode[],
  variableValues: Data,
): Data {
  const operation: OperationDefinitionNode = {
    ...definition,
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
  const { data, errors } = executeSync({ schema, document, variableValues });
  if (errors?.[0]) throw errors[0];
  return data ?? {};
}
