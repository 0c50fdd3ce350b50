import type { GraphQLObjectType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { isObjectType, Kind } from 'graphql';
import { Extensions } from 'type-graphql';

/** Marks a field, at the root or of a noun of another subgraph, that reads and writes no row, so that the database is not asked even to begin. */
export function WithoutDatabase(): MethodDecorator {
  return Extensions({ withoutDatabase: true, unaudited: 'it is told by the event bus itself' });
}

/** Whether every field that an operation begins with does without the database. */
export function doesWithoutDatabase(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  const root = schema.getRootType(operation.operation);
  return operation.selectionSet.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    if (selection.name.value === '_entities') return entitiesDo(schema, selection.selectionSet);
    return root?.getFields()[selection.name.value]?.extensions.withoutDatabase === true;
  });
}

/** What another subgraph names by its key is no row here, unless it is one of ours that is loaded first. */
function entitiesDo(schema: GraphQLSchema, asked: SelectionSetNode | undefined): boolean {
  const selections = asked?.selections ?? [];
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
    if (selection.kind !== Kind.INLINE_FRAGMENT) return false;
    const type = schema.getType(selection.typeCondition?.name.value ?? '');
    return isObjectType(type) && isStub(type) && fieldsDo(type, selection.selectionSet);
  });
}

function isStub({ extensions }: GraphQLObjectType): boolean {
  const { subgraph } = (extensions.apollo ?? {}) as { subgraph?: { resolveReference?: unknown } };
  return subgraph?.resolveReference === undefined;
}

/** Its key is in the representation. */
function fieldsDo(type: GraphQLObjectType, { selections }: SelectionSetNode): boolean {
  const fields = type.getFields();
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const { value } = selection.name;
    return value === '__typename' || fields[value]?.extensions.withoutDatabase === true;
  });
}
