import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { Extensions } from 'type-graphql';

/** Marks a root field that reads and writes no row, so that the database is not asked even to begin. */
export function WithoutDatabase(): MethodDecorator {
  return Extensions({ withoutDatabase: true, unaudited: 'it is told by the event bus itself' });
}

/** Whether every root field of an operation does without the database. */
export function doesWithoutDatabase(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  return operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && fields[selection.name.value]?.extensions.withoutDatabase === true,
  );
}
