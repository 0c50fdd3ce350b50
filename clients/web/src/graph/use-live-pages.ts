import { useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { type AnyVariables, createRequest, useClient } from 'urql';
import { createPageChain, type Pages, type Shown } from './page-chain.ts';
import { useStayFresh } from './use-stay-fresh.ts';

export interface LivePages<Data, Node> extends Shown<Data, Node> {
  more: () => void;
  askAgain: () => void;
}

/**
 * A long list, page after page, all of it fresh by the feeds of the shell. Another question, such as with another filter,
 * begins at its first page, and until that is here what was shown stays.
 */
export function useLivePages<Data, Variables extends AnyVariables, Node>(
  pages: Pages<Data, Variables, Node>,
): LivePages<Data, Node> {
  const client = useClient();
  const first = pages.ask(null);
  const { key } = createRequest(first.query, first.variables as Variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is told apart by its key
  const chain = useMemo(() => createPageChain(client, pages), [client, key]);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => chain.follow(redraw), [chain]);

  const now = chain.shown();
  const kept = useRef(now);
  if (now.first) kept.current = now;
  useStayFresh(chain.askAgain, (now.problem ?? now.problemBehind) !== undefined);
  const { isAsking, problem } = now;
  return { ...kept.current, isAsking, problem, more: chain.more, askAgain: chain.askAgain };
}
