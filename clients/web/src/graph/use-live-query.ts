import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useCallback, useRef } from 'react';
import { type AnyVariables, type UseQueryArgs, useQuery } from 'urql';
import { useStayFresh } from './use-stay-fresh.ts';

export interface LiveQuery<Data> {
  /** The newest answer; it stays while asking again fails. */
  data: Data | undefined;
  problem: Problem | undefined;
  isAsking: boolean;
  askAgain: () => void;
}

/**
 * A query whose answer is kept fresh by the feeds of the shell. It asks again by itself when changes may have been missed, and
 * when the connection is back after it failed.
 */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): LiveQuery<Data> {
  const [{ data, error, fetching }, ask] = useQuery(args);
  const askAgain = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const kept = useRef(data);
  if (data) kept.current = data;
  useStayFresh(askAgain, error !== undefined);
  return { data: kept.current, problem: error && problemOf(error), isAsking: fetching, askAgain };
}
