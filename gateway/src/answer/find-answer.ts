import { headersOf } from '../calls/header-rules.ts';
import type { Traffic } from '../calls/traffic.ts';
import { deferringOf, executableOf } from '../execute/execute.ts';
import type { Sources } from '../execute/run.ts';
import type { Metrics } from '../metrics.ts';
import type { Answer } from './answer.ts';
import { type Cache, cacheOperations } from './cache/cached-operations.ts';
import { shareOperations } from './shared-operations.ts';

interface Options {
  sources: Sources;
  traffic: Traffic;
  metrics: Metrics;
  cache?: Cache;
}

/** Finds the answer of an operation: in the cache, together with an identical one that is under way, or by executing it. */
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
