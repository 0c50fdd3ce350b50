import { type Cache, cacheOperations } from './cache/cached-operations.ts';
import type { CallContext } from './call-context.ts';
import { headersOf } from './calls/header-rules.ts';
import { shareOperations } from './calls/shared-operations.ts';
import type { Traffic } from './calls/traffic.ts';
import { deferringOf, executableOf } from './execute/execute.ts';
import type { Executed } from './execute/executed.ts';
import type { Data, Sources } from './execute/run.ts';
import type { Metrics } from './observe.ts';
import type { Operation } from './supergraph/operation.ts';
import type { Runtime } from './supergraph/runtime.ts';

/** Answers a query or mutation that was admitted, `inParts` if it may; rejects when it cannot be planned. */
export type Answer = (
  runtime: Runtime,
  operation: Operation,
  given: { variables: Data; context: CallContext; inParts?: boolean },
) => Promise<Executed>;

interface Options {
  sources: Sources;
  traffic: Traffic;
  metrics: Metrics;
  cache?: Cache;
}

/** From the cache, together with an identical one that is under way, or executed. */
export function createAnswer({ sources, traffic, metrics, cache }: Options): Answer {
  const headers = [...sources.keys()].map((name) => headersOf(name, traffic.headers));
  const plans = { hit: metrics.plans.labels({ result: 'hit' }), miss: metrics.plans.labels({ result: 'miss' }) };
  const onPlan = (isKnown: boolean) => plans[isKnown ? 'hit' : 'miss'].inc();
  const execute: Answer = async (runtime, operation, { inParts, ...given }) => {
    const run = inParts ? deferringOf(runtime, operation, onPlan) : executableOf(runtime, operation, onPlan);
    return run({ sources, ...given });
  };
  // Whose headers pass on to a client, its answer belongs to that client.
  if (headers.some(({ response }) => response)) return execute;
  const shared = traffic.dedup ? shareOperations(execute, headers, metrics) : execute;
  return cache ? cacheOperations(shared, cache, headers, metrics) : shared;
}
