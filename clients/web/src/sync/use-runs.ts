import { useState } from 'react';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { type Run, RunsDocument } from './runs.ts';
import type { Sync } from './sync.ts';

/** The runs of a sync of the viewer's tenant, newest first, as they go on. */
export function useRuns({ product }: Sync) {
  const [after, setAfter] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({
    query: RunsDocument,
    variables: { product, after },
  });
  const page = data?.viewer?.tenant?.syncRuns;
  const runs: Run[] | undefined = page?.edges.map(({ node }) => node);
  const more = page?.pageInfo.hasNextPage ? () => setAfter(page.pageInfo.endCursor) : undefined;
  return { runs, more, problem, isAsking, askAgain };
}
