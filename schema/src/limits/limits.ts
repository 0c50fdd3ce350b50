import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { aliasesOf } from './aliases.ts';
import { depthOf } from './depth.ts';
import { rootFieldsOf } from './root-fields.ts';

/** What an operation has of each, whatever its variables are. */
export interface Size {
  depth: number;
  aliases: number;
  rootFields: number;
}

/** The most that an operation may have of each. */
export interface Limits extends Size {
  cost: number;
}

/** Of a registered operation, where an operator has not set another limit at the gateway. */
export const registeredLimits: Limits = { depth: 20, aliases: 200, rootFields: 50, cost: 1_000_000 };

export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): Size {
  return {
    depth: depthOf(document, operation),
    aliases: aliasesOf(document, operation),
    rootFields: rootFieldsOf(document, operation),
  };
}
