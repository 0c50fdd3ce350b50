import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { z } from 'zod';

const LONGEST_SECONDS = 3_600;

/** How many seconds an answer with objects of a type may be kept, by the type's name. */
export const cacheSecondsSchema = z.record(z.string(), z.number().int().min(1).max(LONGEST_SECONDS));

export type CacheSeconds = z.infer<typeof cacheSecondsSchema>;

/** The shortest of all types that a query selects; 0 when one of them, or a bare root field, is not to be kept. */
export function lifetimeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  seconds: CacheSeconds,
): number {
  const root = schema.getQueryType();
  const found: number[] = [];
  const info = new TypeInfo(schema);
  const look = visitWithTypeInfo(info, {
    SelectionSet() {
      const type = info.getParentType();
      if (type && type !== root) found.push(seconds[type.name] ?? 0);
    },
    Field(node) {
      if (info.getParentType() !== root || node.name.value === '__typename') return;
      if (!isCompositeType(getNamedType(info.getType()))) found.push(0);
    },
  });
  // Only this operation of the document runs; fragments of the others can only shorten the time.
  const definitions = document.definitions.filter((each) => each === operation || each.kind === 'FragmentDefinition');
  visit({ ...document, definitions }, look);
  return found.length > 0 ? Math.min(...found) : 0;
}

/** Throws when a type is named that the graph does not have. */
export function checkTypes(seconds: CacheSeconds, schema: GraphQLSchema): void {
  const unknown = Object.keys(seconds).filter((name) => !schema.getType(name));
  if (unknown.length > 0)
    throw new Error(`The cache is told of types that are not in the graph: ${unknown.join(', ')}.`);
}
