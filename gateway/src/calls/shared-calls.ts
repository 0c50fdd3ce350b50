import type { ExecutionResult } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { Source } from '../execute/run.ts';
import type { Metrics } from '../metrics.ts';
import { createSingleFlight } from './single-flight.ts';
import type { Subgraph } from './subgraph.ts';

/** Calls a subgraph; identical queries of the same viewer that are under way share one call. */
export function shareCalls(
  { name }: Subgraph,
  metrics: Metrics,
  execute: Source,
  /** What of the client's headers the subgraph is given. */
  told: (context: CallContext) => unknown,
): Source {
  const together = createSingleFlight<ExecutionResult>(() => metrics.shared.inc({ what: name }));
  return (call, context) => {
    if (call.kind !== 'query') return execute(call, context);
    const { query, variables, operationName } = call;
    const key = JSON.stringify([query, variables, operationName, whoAsks(context), told(context)]);
    return together(key, () => execute(call, context));
  };
}

/** Everything about a viewer that an answer may depend on. */
export function whoAsks({
  viewer: { kind, id, tenantId, role, scopes, sessionId, locationId, personId },
}: Pick<CallContext, 'viewer'>): unknown {
  return [kind, id, tenantId, role, [...scopes].sort(), sessionId, locationId, personId];
}
