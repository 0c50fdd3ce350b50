import { Client, type Exchange, gql, makeErrorResult, type OperationResult } from '@urql/core';
import { expect, test, vi } from 'vitest';
import { filter, fromPromise, mergeMap, pipe } from 'wonka';
import { inTurn } from './in-turn.ts';

interface Item {
  id: string;
  version: number;
  price: number;
  available: boolean;
}

type Written = { id?: string; ids?: string[]; prices?: Change[]; input?: Partial<Change> } & Partial<Change>;
type Change = { itemId?: string; version?: number; price?: number; available?: boolean };

const Write = gql`mutation Write { write { id version } }`;

/** A menu whose items have a version each, whose answers are held until they are let go, one after the other. */
function open() {
  const items = new Map<string, Item>();
  const sent: Written[] = [];
  const held: (() => void)[] = [];

  /** Answers what was written; a version that is none any more is refused. */
  function write({ id, ids, prices = [], input, ...rest }: Written): Item[] {
    const changes: Change[] = [
      ...prices,
      ...(ids ?? (id ? [id] : [])).map((itemId) => ({ itemId, ...rest, ...input })),
    ];
    return changes.map(({ itemId = '', version, ...change }) => {
      const item = itemOf(itemId);
      if (version !== undefined && version !== item.version) throw new Error(`CONFLICT ${item.version}`);
      const isChanged = Object.entries(change).some(([field, value]) => item[field as keyof Item] !== value);
      const after = { ...item, ...change, version: item.version + (isChanged ? 1 : 0) };
      items.set(itemId, after);
      return after;
    });
  }

  function itemOf(id: string): Item {
    return items.get(id) ?? { id, version: 1, price: 400, available: true };
  }

  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'mutation'),
      mergeMap((operation) => {
        const variables: Written = operation.variables ?? {};
        sent.push(variables);
        const answer = async (): Promise<OperationResult> => {
          await new Promise<void>((resolve) => held.push(resolve));
          try {
            return { operation, data: { write: write(variables) }, stale: false, hasNext: false };
          } catch (error) {
            return makeErrorResult(operation, error as Error);
          }
        };
        return fromPromise(answer());
      }),
    );
  const client = new Client({ url: 'http://nowhere', preferGetMethod: false, exchanges: [inTurn, server] });
  return {
    sent,
    items,
    itemOf,
    write: (variables: Written) => client.mutation(Write, variables).toPromise(),
    /** A colleague writes. */
    elsewhere: write,
    async letGo(count = 1) {
      for (let done = 0; done < count; done += 1) {
        await vi.waitFor(() => expect(held).not.toEqual([]));
        held.shift()?.();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}

test('a price that is set while the Undo of the one before is on its way comes after it, and on top of it', async () => {
  const { write, letGo, sent, itemOf } = open();
  const undo = write({ prices: [{ itemId: 'lengua', version: 1, price: 425 }] });
  const price = write({ id: 'lengua', input: { version: 1, price: 725 } });
  expect(sent).toHaveLength(1);
  await letGo(2);
  expect((await undo).error).toBeUndefined();
  expect((await price).error).toBeUndefined();
  expect(sent[1]).toEqual({ id: 'lengua', input: { version: 2, price: 725 } });
  expect(itemOf('lengua')).toMatchObject({ price: 725, version: 3 });
});

test.each<[string, Written]>([
  ['one thing, by its id alone', { id: 'lengua', available: false }],
  ['one of many', { ids: ['pastor', 'lengua'], available: false }],
  ['what refers to it', { id: 'lengua', version: 1, available: false }],
])('it waits for any write of the same thing: %s', async (_, first) => {
  const { write, letGo, sent, itemOf } = open();
  const answers = [first, { id: 'lengua', input: { version: 1, price: 725 } }].map(write);
  expect(sent).toHaveLength(1);
  await letGo(2);
  for (const answer of answers) expect((await answer).error).toBeUndefined();
  expect(itemOf('lengua')).toMatchObject({ price: 725, available: false, version: 3 });
});

test('many writes of one thing come in the order in which they were made, and those of others wait for none', async () => {
  const { write, letGo, sent, itemOf } = open();
  const answers = [1, 2, 3, 4].map((price) => write({ id: 'lengua', input: { version: 1, price } }));
  const other = write({ id: 'pastor', input: { version: 1, price: 5 } });
  expect(sent.map(({ id }) => id)).toEqual(['lengua', 'pastor']);
  await letGo(5);
  for (const answer of [...answers, other]) expect((await answer).error).toBeUndefined();
  expect(itemOf('lengua')).toMatchObject({ price: 4, version: 5 });
});

test('what a colleague has changed in between is refused, also behind a write of our own', async () => {
  const { write, letGo, elsewhere, sent, itemOf } = open();
  const first = write({ id: 'lengua', input: { version: 1, price: 425 } });
  const second = write({ id: 'lengua', input: { version: 1, price: 725 } });
  await letGo();
  elsewhere({ id: 'lengua', price: 999 });
  await letGo();
  expect((await first).error).toBeUndefined();
  expect(sent[1]).toMatchObject({ input: { version: 2 } });
  expect((await second).error?.message).toContain('CONFLICT 3');
  expect(itemOf('lengua').price).toBe(999);
});

test('a write that is refused, or changes nothing, gives nobody a version that is not theirs', async () => {
  const { write, letGo, elsewhere, sent } = open();
  elsewhere({ id: 'lengua', price: 450 });
  const refused = write({ id: 'lengua', input: { version: 1, price: 425 } });
  const unchanged = write({ id: 'lengua', input: { version: 2, price: 450 } });
  const stale = write({ id: 'lengua', input: { version: 1, price: 725 } });
  await letGo(3);
  expect((await refused).error).toBeDefined();
  expect((await unchanged).error).toBeUndefined();
  expect(sent[2]).toMatchObject({ input: { version: 1 } });
  expect((await stale).error?.message).toContain('CONFLICT 2');
});

test('a moment after it was answered, a write of our own may not be where one writes again', async () => {
  const { write, letGo, sent } = open();
  const first = write({ id: 'lengua', input: { version: 1, price: 425 } });
  await letGo();
  await first;
  const second = write({ id: 'lengua', input: { version: 1, price: 725 } });
  await letGo();
  expect((await second).error).toBeUndefined();
  expect(sent[1]).toMatchObject({ input: { version: 2 } });
});
