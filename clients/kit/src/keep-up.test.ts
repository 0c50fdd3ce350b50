import { Client, type Exchange, gql, type Operation, type OperationResult } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { expect, test, vi } from 'vitest';
import { filter, makeSubject, merge, pipe, share, subscribe, tap } from 'wonka';
import { keepUp, noteForgotten } from './keep-up.ts';

const QUERY = gql`
  query {
    waiting
  }
`;
const FEED = gql`
  subscription {
    changed
  }
`;

/** A client whose answers are given by hand. */
function desk() {
  const asked: Operation[] = [];
  const { source, next } = makeSubject<OperationResult>();
  const server: Exchange = () => (operations) =>
    merge([
      pipe(
        operations,
        tap((operation) => operation.kind !== 'teardown' && asked.push(operation)),
        filter((_): _ is never => false),
      ),
      source,
    ]);
  const cache = cacheExchange({
    updates: {
      Subscription: {
        changed(_, __, store) {
          noteForgotten('waiting');
          store.invalidate('Query', 'waiting');
        },
      },
    },
  });
  const client = new Client({ url: 'http://nowhere', preferGetMethod: false, exchanges: [keepUp(cache), server] });
  const answer = (operation: Operation | undefined, data: unknown) => {
    if (operation) next({ operation, data, stale: false, hasNext: operation.kind === 'subscription' });
  };
  const seen: unknown[] = [];
  pipe(
    client.query(QUERY, {}),
    subscribe(({ data }) => seen.push(data?.waiting)),
  );
  pipe(client.subscription(FEED, {}), share, subscribe(vi.fn()));
  const told = () => asked.find(({ kind }) => kind === 'subscription');
  const questions = () => asked.filter(({ kind }) => kind === 'query');
  return { answer, seen, told, questions };
}

test('a change that is told while an answer is on its way is asked for after that answer', async () => {
  const { answer, seen, told, questions } = desk();
  answer(questions()[0], { waiting: 3 });
  answer(told(), { changed: 1 });
  await vi.waitFor(() => expect(questions()).toHaveLength(2));
  // While the second answer is on its way, one more event leaves.
  answer(told(), { changed: 2 });
  answer(questions()[1], { waiting: 2 });
  await vi.waitFor(() => expect(questions()).toHaveLength(3));
  answer(questions()[2], { waiting: 1 });
  expect(seen.at(-1)).toBe(1);
});

test('where nothing was told meanwhile, nothing is asked again', async () => {
  const { answer, seen, told, questions } = desk();
  answer(questions()[0], { waiting: 3 });
  answer(told(), { changed: 1 });
  await vi.waitFor(() => expect(questions()).toHaveLength(2));
  answer(questions()[1], { waiting: 2 });
  await Promise.resolve();
  expect(seen.at(-1)).toBe(2);
  expect(questions()).toHaveLength(2);
});
