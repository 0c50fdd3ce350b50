import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { foldOperation } from './fold.ts';

/** How many fields are asked under another name, those of a fragment as often as it is spread. */
export function aliasesOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  return foldOperation(document, operation, {
    field: ({ alias }, below) => below + (alias ? 1 : 0),
    join: (one, other) => one + other,
  });
}
