import type { Connection } from '@mycelium/client-kit/live';
import { Client, type Exchange, gql, makeResult, type TypedDocumentNode } from '@urql/core';
import { afterEach, expect, test, vi } from 'vitest';
import { filter, makeSubject, merge, mergeMap, pipe, takeUntil } from 'wonka';
import { feedOf, follow } from './follow.ts';

afterEach(() => vi.unstubAllGlobals());

interface Change {
  noted: { cursor: string; is: number | null };
}
const FEED: TypedDocumentNode<Change, { after?: string | null }> = gql`
  subscription ($after: Cursor) {
    noted(after: $after) {
      cursor
      is
    }
  }
`;

/** A server whose latest changes come again to whoever begins to follow. */
function server() {
  const changes: Change[] = [];
  const told = makeSubject<Change>();
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'subscription'),
      mergeMap((operation) => {
        const past = makeSubject<Change>();
        const ends = pipe(
          operations,
          filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
        );
        setTimeout(() => changes.forEach(past.next));
        return pipe(
          merge([past.source, told.source]),
          mergeMap((data) => {
            const one = makeSubject<ReturnType<typeof makeResult>>();
            queueMicrotask(() => one.next(makeResult(operation, { data })));
            return one.source;
          }),
          takeUntil(ends),
        );
      }),
    );
  return {
    client: new Client({ url: 'http://nowhere.test', preferGetMethod: false, exchanges: [exchange] }),
    tell(change: Change['noted']) {
      changes.push({ noted: change });
      told.next({ noted: change });
    },
  };
}

test('a change that is asked for is asked for once, though it comes again after the answer', async () => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  const { client, tell } = server();
  let now = 0;
  let loads = 0;
  const connection: Pick<Connection, 'snapshot' | 'subscribe'> = {
    snapshot: () => ({ state: 'live', gaps: 0, since: 0 }),
    subscribe: () => () => undefined,
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const followed = follow<number>(client, connection as Connection, {
    ...{ name: 'numbers', format: 1, positionOf: () => '0-0' },
    load: async () => {
      loads += 1;
      return { value: now };
    },
    feeds: [feedOf(FEED, {}, (_: number, { noted }) => noted.is ?? undefined)],
  });
  await vi.waitFor(() => expect(followed.shown().value).toBe(0));
  await settled();
  for (const [count, is] of [
    [2, null],
    [2, 7],
    [3, null],
  ] as const) {
    now = is ?? count * 10;
    tell({ cursor: `${now}-0`, is });
    await vi.waitFor(() => expect(followed.shown().value).toBe(now));
    await settled();
    expect(loads).toBe(count);
  }
  followed.stop();
});
