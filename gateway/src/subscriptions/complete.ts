import type { GraphQLDataSource } from '@apollo/gateway';
import { executeQueryPlan } from '@apollo/gateway';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors, unexplainedNulls } from '../errors.ts';
import type { SubscriptionPlan } from './plan.ts';

export type DataSources = Record<string, GraphQLDataSource<CallContext>>;

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/** The message that clients get for an event: completed with the fields of the other subgraphs, errors in our terms. Never rejects. */
export async function completeEvent(
  plan: SubscriptionPlan,
  sources: DataSources,
  event: ExecutionResult,
  variables: Record<string, unknown>,
  context: CallContext,
): Promise<Record<string, unknown>> {
  try {
    const result = await executeQueryPlan(
      { kind: 'QueryPlan', node: plan.node },
      { ...sources, [plan.service]: answering(plan, sources, event) },
      requestContext(plan, variables, context),
      plan.operationContext,
      plan.runtime.supergraph,
      plan.runtime.apiSchema,
    );
    const errors = [...(result.errors ?? []), ...unexplainedNulls(result.extensions)].map(asGraphQLError);
    const data = result.data ?? null;
    return errors.length > 0 ? { data, errors: presentErrors(errors, context) } : { data };
  } catch (error) {
    return { data: null, errors: presentErrors([asGraphQLError(error)], context) };
  }
}

/** The subgraph of the events: its primary fetch is answered by the event, every other one by itself. */
function answering(
  plan: SubscriptionPlan,
  sources: DataSources,
  event: ExecutionResult,
): GraphQLDataSource<CallContext> {
  const source = sources[plan.service];
  return {
    async process(options) {
      if (options.request.query === plan.primary.operation)
        return { data: event.data ?? undefined, errors: event.errors };
      if (!source) throw new Error(`There is no subgraph ${plan.service}.`);
      return source.process(options);
    },
  };
}

function requestContext(
  plan: SubscriptionPlan,
  variables: Record<string, unknown>,
  context: CallContext,
): RequestContext {
  const { document, definition } = plan.operation;
  const silent = () => {};
  const request = { query: plan.text, operationName: definition.name?.value, variables };
  // The executor reads no more than this of Apollo Server's request context.
  return {
    request,
    context,
    document,
    metrics: {},
    logger: { debug: silent, info: silent, warn: silent, error: context.log.error.bind(context.log) },
  } as unknown as RequestContext;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : undefined;
  return new GraphQLError(originalError?.message ?? String(error), { originalError });
}
