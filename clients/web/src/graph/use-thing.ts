import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useCallback, useRef } from 'react';
import { type AnyVariables, createRequest, type UseQueryArgs, useQuery } from 'urql';
import { useStayFresh } from './use-stay-fresh.ts';

/** One thing that was asked for by its address. */
export interface Asked<Thing> {
  /** Null where there is none; undefined until that is known. */
  thing: Thing | null | undefined;
  problem: Problem | undefined;
  askAgain: () => void;
}

/** A thing by its id, from the cache where that has it, and kept fresh by the feeds of the shell. Another one starts over. */
export function useThing<Data, Variables extends AnyVariables, Thing>(
  args: UseQueryArgs<Variables, Data>,
  read: (data: Data) => Thing | null | undefined,
): Asked<Thing> {
  const { key } = createRequest(args.query, args.variables as Variables);
  const [{ data, error, operation }, ask] = useQuery({ requestPolicy: 'cache-first', ...args });
  const askAgain = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const kept = useRef<{ of: number; data: Data }>(undefined);
  if (data && operation?.key === key) kept.current = { of: key, data };
  useStayFresh(askAgain, error !== undefined);
  const known = kept.current?.of === key ? kept.current.data : undefined;
  return { thing: known && (read(known) ?? null), problem: error && problemOf(error), askAgain };
}
