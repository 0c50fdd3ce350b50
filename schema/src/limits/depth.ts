import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { foldOperation } from './fold.ts';

/** How many fields lie below each other at most. Introspection is left out: graphql-js bounds its depth, and the usual tools' query is deep. */
export function depthOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  return foldOperation(document, operation, {
    field: ({ name }, below) => (name.value.startsWith('__') ? 0 : 1 + below),
    join: Math.max,
  });
}
