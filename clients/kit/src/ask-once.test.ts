import { Client, cacheExchange, type Exchange, type OperationResult } from '@urql/core';
import { expect, test, vi } from 'vitest';
import { filter, map, pipe } from 'wonka';
import { askOnce } from './ask-once.ts';

/** A client that asks whenever something is shown, and what it asked. */
function open() {
  const asked: number[] = [];
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query'),
      map((operation): OperationResult => {
        asked.push(operation.key);
        return { operation, data: { times: asked.length }, stale: false, hasNext: false };
      }),
    );
  const client = new Client({
    url: 'http://nowhere',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [askOnce(cacheExchange), server],
  });
  function show() {
    const seen: unknown[] = [];
    const { unsubscribe } = client.query('{ times }', {}).subscribe(({ data }) => void seen.push(data.times));
    return { seen, hide: unsubscribe };
  }
  return { client, asked, show };
}

test('who shows what is shown already asks nothing', async () => {
  const { asked, show } = open();
  const first = show();
  await vi.waitFor(() => expect(first.seen).toEqual([1]));
  const second = show();
  await vi.waitFor(() => expect(second.seen).toContain(1));
  expect(asked).toHaveLength(1);
});

test('what was shown before is asked for again, and so is what somebody wants from the network', async () => {
  const { client, asked, show } = open();
  show().hide();
  const later = show();
  await vi.waitFor(() => expect(later.seen).toContain(2));
  await client.query('{ times }', {}, { requestPolicy: 'network-only' }).toPromise();
  expect(asked).toHaveLength(3);
});
