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
  return { answer, asked, client, seen, told, questions };
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

const THING = gql`
  query {
    thing {
      id
      version
    }
  }
`;
const THINGS = gql`
  subscription {
    thingChanged {
      id
      version
    }
  }
`;
const inVersion = (version: number) => ({ __typename: 'Thing', id: 'a', version });

test('an answer that is older than what was told of a thing meanwhile is not shown, and asked for again', async () => {
  const { answer, questions, client, asked } = desk();
  const versions: unknown[] = [];
  pipe(
    client.query(THING, {}),
    subscribe(({ data }) => versions.push(data?.thing.version)),
  );
  pipe(client.subscription(THINGS, {}), subscribe(vi.fn()));
  const [, feed] = asked.filter(({ kind }) => kind === 'subscription');
  const [, first] = questions();
  answer(feed, { thingChanged: inVersion(2) });
  answer(first, { thing: inVersion(1) });
  await vi.waitFor(() => expect(questions()).toHaveLength(3));
  expect(versions).toEqual([]);
  answer(questions()[2], { thing: inVersion(2) });
  expect(versions).toEqual([2]);
});

test('a server that goes on answering with an older version is believed in the end', async () => {
  const { answer, questions, client, asked } = desk();
  const versions: unknown[] = [];
  pipe(client.subscription(THINGS, {}), subscribe(vi.fn()));
  answer(asked.filter(({ kind }) => kind === 'subscription')[1], { thingChanged: inVersion(2) });
  pipe(
    client.query(THING, {}),
    subscribe(({ data }) => versions.push(data?.thing.version)),
  );
  for (const tries of [2, 3, 4, 5]) {
    await vi.waitFor(() => expect(questions()).toHaveLength(tries));
    answer(questions().at(-1), { thing: inVersion(1) });
  }
  expect(versions).toEqual([1]);
  expect(questions()).toHaveLength(5);
  // And is believed at once from then on.
  client.query(THING, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(questions()).toHaveLength(6);
  answer(questions().at(-1), { thing: inVersion(1) });
  await new Promise(setImmediate);
  expect(questions()).toHaveLength(6);
});

test('whoever looks away from an answer that is asked for again hears nothing of it', async () => {
  const { answer, questions, client, asked } = desk();
  pipe(client.subscription(THINGS, {}), subscribe(vi.fn()));
  answer(asked.filter(({ kind }) => kind === 'subscription')[1], { thingChanged: inVersion(2) });
  const { unsubscribe } = pipe(client.query(THING, {}), subscribe(vi.fn()));
  answer(questions().at(-1), { thing: inVersion(1) });
  unsubscribe();
  await new Promise(setImmediate);
  expect(questions()).toHaveLength(2);
});

const LIST = gql`
  query {
    shelf {
      id
      books {
        id
      }
    }
  }
`;
const LISTS = gql`
  subscription {
    shelfChanged {
      id
      books {
        id
      }
    }
  }
`;
const REORDER = gql`
  mutation {
    reorder {
      id
      books {
        id
      }
    }
  }
`;
const inOrder = (...ids: string[]) => ({
  __typename: 'Shelf',
  id: 's',
  books: ids.map((id) => ({ __typename: 'Book', id })),
});

test('a list in another order than was told of meanwhile is not shown; after one that a mutation answers, what is shown is asked for', async () => {
  const { answer, questions, client, asked } = desk();
  const orders: string[] = [];
  pipe(client.subscription(LISTS, {}), subscribe(vi.fn()));
  const feed = asked.filter(({ kind }) => kind === 'subscription')[1];
  const see = pipe(
    client.query(LIST, {}),
    subscribe(({ data }) => orders.push(data?.shelf.books.map(({ id }: { id: string }) => id).join())),
  );
  answer(feed, { shelfChanged: inOrder('b', 'a') });
  answer(questions()[1], { shelf: inOrder('a', 'b') });
  await vi.waitFor(() => expect(questions()).toHaveLength(3));
  answer(questions()[2], { shelf: inOrder('b', 'a') });
  expect(orders).toEqual(['b,a']);

  void client.mutation(REORDER, {}).toPromise();
  answer(feed, { shelfChanged: inOrder('a', 'b') });
  answer(
    asked.find(({ kind }) => kind === 'mutation'),
    { reorder: inOrder('b', 'a') },
  );
  await vi.waitFor(() => expect(questions()).toHaveLength(4));
  answer(questions()[3], { shelf: inOrder('a', 'b') });
  expect(orders.at(-1)).toBe('a,b');

  // One that was told of before it was asked for is no news.
  void client.mutation(REORDER, {}).toPromise();
  answer(asked.filter(({ kind }) => kind === 'mutation')[1], { reorder: inOrder('b', 'a') });
  await new Promise(setImmediate);
  expect(questions()).toHaveLength(4);
  see.unsubscribe();
});
