import { type ExecutionResult, GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { Executed } from '../execute/executed.ts';
import { isData, type Sources } from '../execute/run.ts';
import type { SubscriptionPlan } from './plan.ts';

/** An event completed with the fields of the other subgraphs. Never rejects, and leaves the event as it is. */
export async function completeEvent(
  plan: SubscriptionPlan,
  sources: Sources,
  event: ExecutionResult,
  variables: Record<string, unknown>,
  context: CallContext,
): Promise<Executed> {
  try {
    const own = plan.isJoined ? { ...event, data: copyOf(event.data) } : event;
    return await plan.complete({ sources, variables, context, event: own });
  } catch (error) {
    const originalError = error instanceof Error ? error : undefined;
    return { data: null, errors: [new GraphQLError(originalError?.message ?? String(error), { originalError })] };
  }
}

/** The subgraphs that could not say what they know of an event. */
export function awayIn({ errors = [] }: Executed): string[] {
  const away = errors.filter(({ extensions }) => extensions.code === 'UNAVAILABLE');
  return [...new Set(away.map(({ extensions }) => String(extensions.serviceName ?? extensions.service)))];
}

/** Whether nothing is left of an event. */
export function isEmpty({ data }: Executed): boolean {
  return data === null || Object.values(data).every((value) => value === null);
}

/** What other subgraphs answer is put into its objects and lists. */
function copyOf<Value>(value: Value): Value;
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => copyOf(each));
  if (!isData(value) || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || (prototype === null && !Object.isFrozen(value));
}
