import type { ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { Parts } from './parts.ts';

export type Data = Record<string, unknown>;

/** One call to a subgraph, without what signs it. */
export interface Call {
  query: string;
  variables: Data;
  operationName?: string;
  kind: OperationTypeNode;
}

/** A subgraph as the executor sees it; rejects when it gives no GraphQL answer. */
export type Source = (call: Call, context: CallContext) => Promise<ExecutionResult>;

export type Sources = ReadonlyMap<string, Source>;

/** One execution of a compiled operation, from its variables to everything that subgraphs answered. */
export interface Run {
  sources: Sources;
  /** Coerced. */
  variables: Data;
  context: CallContext;
  /** What answers the primary fetch of a subscription. */
  event?: ExecutionResult;
  /** The answers of the subgraphs, merged, under the planner's names. */
  data: Data;
  errors: GraphQLError[];
  /** Where a subgraph left nothing of what it was asked for, since a null below it travelled up to there: at these places everything of it is explained. */
  emptied: GraphQLError[];
  /** Whether something depends on what is around it, and places cannot share objects. */
  isContextual?: boolean;
  /** The parts of an answer that comes in parts. */
  parts?: Parts;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
