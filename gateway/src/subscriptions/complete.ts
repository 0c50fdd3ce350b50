import { type ExecutionResult, GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import { present } from '../execute/execute.ts';
import type { Sources } from '../execute/run.ts';
import type { SubscriptionPlan } from './plan.ts';

/** The message that clients get for an event: completed with the fields of the other subgraphs, errors in our terms. Never rejects. */
export async function completeEvent(
  plan: SubscriptionPlan,
  sources: Sources,
  event: ExecutionResult,
  variables: Record<string, unknown>,
  context: CallContext,
): Promise<Record<string, unknown>> {
  try {
    return present(await plan.complete({ sources, variables, context, event }), context);
  } catch (error) {
    const originalError = error instanceof Error ? error : undefined;
    const told = new GraphQLError(originalError?.message ?? String(error), { originalError });
    return { data: null, errors: presentErrors([told], context) };
  }
}
