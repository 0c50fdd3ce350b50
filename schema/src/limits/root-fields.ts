import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { foldOperation } from './fold.ts';

/** How many fields are asked of the root type. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  return foldOperation(document, operation, { field: () => 1, join: (one, other) => one + other });
}
