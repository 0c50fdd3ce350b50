import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { type RequiredCalls, separateRequiredCalls } from './required-calls.ts';

/** What Apollo's planner makes of an operation; nothing when no subgraph has to be asked. */
export type Planned = PlanNode | SubscriptionNode | undefined;

/** Apollo's planner of a supergraph, on this thread and without a limit. */
export interface ApolloPlanner {
  supergraph: Supergraph;
  apiSchema: Schema;
  /** What the planner asks for under keys of its own. */
  requiredCalls: RequiredCalls;
  plan(document: DocumentNode, operationName: string | undefined): Planned;
}

/** Throws when the supergraph is not valid. */
export function createApolloPlanner(plannableSdl: string): ApolloPlanner {
  const supergraph = Supergraph.build(plannableSdl);
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
  return {
    supergraph,
    apiSchema,
    requiredCalls: separateRequiredCalls(planner),
    plan: (document, operationName) =>
      planner.buildQueryPlan(operationFromDocument(apiSchema, document, { operationName })).node,
  };
}
