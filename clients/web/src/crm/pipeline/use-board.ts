import { useMemo } from 'react';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { columnsOf } from './columns.ts';
import { OpportunitiesDocument, type Pipeline } from './opportunities.ts';

const AT_ONCE = { open: 200, closed: 50 };

/** The cards of a pipeline by stage: all that is open, and what was closed last. */
export function useBoard({ id, stages }: Pipeline) {
  const open = useLivePages({
    ask: (after) => ({
      query: OpportunitiesDocument,
      variables: { filter: { pipeline: id, open: true }, sort: 'BOARD' as const, first: AT_ONCE.open, after },
    }),
    read: ({ viewer }) => viewer?.tenant?.opportunities,
  });
  const closed = useLivePages({
    ask: (after) => ({
      query: OpportunitiesDocument,
      variables: { filter: { pipeline: id }, sort: 'CLOSED' as const, first: AT_ONCE.closed, after },
    }),
    read: ({ viewer }) => viewer?.tenant?.opportunities,
  });
  const columns = useMemo(
    () => columnsOf(stages, [...open.nodes, ...closed.nodes]),
    [stages, open.nodes, closed.nodes],
  );
  const { problem = closed.problem } = open;
  return {
    ...{ columns, problem, isHere: open.first !== undefined && closed.first !== undefined },
    hasMore: open.hasMore || closed.hasMore,
    more: () => (open.hasMore ? open : closed).more(),
    askAgain() {
      open.askAgain();
      closed.askAgain();
    },
  };
}
