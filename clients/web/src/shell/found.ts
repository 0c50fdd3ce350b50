import type { LiveQuery } from '../graph/use-live-query.ts';
import type { Concern, Found } from './area.ts';

/** What was found, once all that was asked for it has an answer. */
export function found(
  asked: readonly Pick<LiveQuery<unknown>, 'data' | 'problem'>[],
  concerns: readonly Concern[],
): Found {
  const waiting = asked.filter(({ data }) => data === undefined);
  if (waiting.length === 0) return concerns;
  return waiting.some(({ problem }) => problem) ? 'away' : 'asking';
}
