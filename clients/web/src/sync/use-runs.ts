import { useLivePages } from '../graph/use-live-pages.ts';
import { RunsDocument } from './runs.ts';
import type { Sync } from './sync.ts';

/** The runs of a sync of the viewer's tenant, newest first, as they go on. */
export function useRuns({ product }: Sync) {
  return useLivePages({
    ask: (after) => ({ query: RunsDocument, variables: { product, after } }),
    read: ({ viewer }) => viewer?.tenant?.syncRuns,
  });
}
