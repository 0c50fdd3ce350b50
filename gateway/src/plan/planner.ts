import { type DocumentNode, GraphQLError, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createAllowance } from './allowance.ts';
import type { ApolloPlanner, Planned } from './apollo-planner.ts';
import { openPlanningThread } from './planning-thread.ts';
import { TooLong, within } from './time-limit.ts';

/** Plans operations without holding up others. What cannot be planned, or not in time, is an error that the client is told. */
export interface Planner {
  /** Plans at once when that takes little, else on a thread of its own. */
  plan(document: DocumentNode, operationName: string | undefined): Planned | Promise<Planned>;
  /** Plans on this thread, for what was planned before on another supergraph. */
  planAtOnce(document: DocumentNode, operationName: string | undefined): Planned;
  close(): void;
}

const ANEW_MS = 1_000;
/** Characters of operations of which it is remembered for a while that they take too long. */
const REMEMBERED = 1_000_000;
const REMEMBERED_MS = 60_000;

export function createPlanner(plannableSdl: string, { plan }: Pick<ApolloPlanner, 'plan'>): Planner {
  const allowance = createAllowance();
  const thread = openPlanningThread(plannableSdl);
  const refused = new LRUCache<string, GraphQLError>({
    maxSize: REMEMBERED,
    sizeCalculation: (_error, text) => text.length,
    ttl: REMEMBERED_MS,
  });

  const onThread = async (text: string, operationName: string | undefined): Promise<Planned> => {
    try {
      return await thread.plan(text, operationName);
    } catch (error) {
      const refusal = refusalOf(error);
      if (error instanceof TooLong) refused.set(text, refusal);
      throw refusal;
    }
  };

  return {
    plan(document, operationName) {
      const text = print(document);
      const known = refused.get(text);
      if (known) return Promise.reject(known);
      const allowed = allowance.now();
      try {
        return within(allowed, () => plan(document, operationName));
      } catch (error) {
        if (!(error instanceof TooLong)) throw refusalOf(error);
        allowance.wasted(allowed);
        return onThread(text, operationName);
      }
    },
    planAtOnce(document, operationName) {
      try {
        return within(ANEW_MS, () => plan(document, operationName));
      } catch (error) {
        throw refusalOf(error);
      }
    },
    close: () => thread.close(),
  };
}

function refusalOf(error: unknown): GraphQLError {
  // Only errors of our own thread have this code; those of Apollo's packages have theirs.
  if (error instanceof GraphQLError && error.extensions.code === 'UNAVAILABLE') return error;
  const code = error instanceof TooLong ? 'OPERATION_TOO_LARGE' : 'OPERATION_UNPLANNABLE';
  const message =
    error instanceof TooLong
      ? 'The operation takes too long to plan; ask for less at a time.'
      : 'The operation is valid, but it cannot be planned.';
  return new GraphQLError(message, {
    originalError: error instanceof Error ? error : undefined,
    extensions: { code, ...(error instanceof TooLong && { limit: 'planning' }), http: { status: 400 } },
  });
}
