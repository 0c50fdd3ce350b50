import type { GuardedField } from '@mycelium/schema/access';
import type { EstimateCost } from '@mycelium/schema/limits/cost';
import type { Size } from '@mycelium/schema/limits/limits';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation that is valid against its runtime, and what we know about it before it runs. */
export interface Operation {
  /** The operation alone, without others that came in the same document. */
  document: DocumentNode;
  definition: OperationDefinitionNode;
  guarded: GuardedField[];
  /** Whether its answer depends on the person who asks, and not on grants alone. */
  viewerSpecific: boolean;
  introspects: boolean;
  /** Whether something in it is deferred. */
  defers: boolean;
  /** Variables that decide what is selected, and those that decide what is deferred too. */
  conditions: readonly string[];
  deferConditions: readonly string[];
  size: Size;
  estimateCost: EstimateCost;
}
