import { buildSchema } from 'graphql';
import { expect, test, vi } from 'vitest';
import { cacheRules } from './cache-rules.ts';
import { createPageChain } from './page-chain.ts';
import { playGraph, settled } from './play-graph.ts';

const schema = buildSchema(`
  type Query { viewer: Viewer }
  type Viewer { id: ID!, tenant: Tenant }
  type Tenant { id: ID!, notes(first: Int, after: String): NotePage! }
  type NotePage { edges: [NoteEdge!]!, pageInfo: PageInfo! }
  type NoteEdge { cursor: String!, node: Note! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Note { id: ID! }
  type Mutation { createNote(id: ID!): Note!, removeNote(id: ID!): ID! }
`);

const rules = cacheRules({
  lists: ['Tenant.notes'],
  on: { createNote: 'notes', removeNote: 'notes' },
  keys: { NotePage: '', NoteEdge: '', PageInfo: '' },
});

const NOTES = `query Notes($after: String) { viewer { id tenant { id
  notes(first: 3, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
} } }`;

interface Notes {
  viewer: {
    tenant: {
      notes: {
        edges: { cursor: string; node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

/** Notes in the order of their ids, three on a page, as a list shows them; and each look at it. */
function list(...ids: string[]) {
  const world = {
    broken: '',
    viewer: () => ({ id: 'v', tenant: { id: 't', notes: pageOf } }),
    createNote: ({ id }: { id: string }) => {
      ids.push(id);
      ids.sort();
      return { id };
    },
    removeNote: ({ id }: { id: string }) => ids.splice(ids.indexOf(id), 1)[0],
  };
  function pageOf({ first, after }: { first: number; after: string | null }) {
    if (after && after === world.broken) throw new Error('It is broken.');
    const left = ids.filter((id) => after === null || id > after);
    const edges = left.slice(0, first).map((id) => ({ cursor: id, node: { id } }));
    return { edges, pageInfo: { hasNextPage: left.length > first, endCursor: edges.at(-1)?.cursor } };
  }
  const play = playGraph(schema, world, [rules]);
  const chain = createPageChain<Notes, { after: string | null }, { id: string }>(play.client, {
    ask: (after) => ({ query: NOTES, variables: { after } }),
    read: ({ viewer }) => viewer.tenant.notes,
  });
  const shown = () =>
    chain
      .shown()
      .nodes.map(({ id }) => id)
      .join('');
  const looks: string[] = [];
  const stop = chain.follow(() => {
    if (looks.at(-1) !== shown()) looks.push(shown());
  });
  return { ...play, world, chain, shown, looks, stop };
}

/** A list of which everything is shown. */
async function wholeList(...ids: string[]) {
  const made = list(...ids);
  await vi.waitFor(() => expect(made.shown()).toBe(ids.slice(0, 3).join('')));
  while (made.chain.shown().hasMore) {
    const before = made.shown();
    made.chain.more();
    await vi.waitFor(() => expect(made.shown()).not.toBe(before));
  }
  expect(made.shown()).toBe(ids.join(''));
  made.looks.length = 0;
  made.asked.length = 0;
  return made;
}

test('a list shows its first page, and the next ones when they are wanted', async () => {
  const { chain, shown, asked } = list(...'acegikm');
  expect(chain.shown()).toMatchObject({ first: undefined, isAsking: true });
  await vi.waitFor(() => expect(shown()).toBe('ace'));
  expect(chain.shown()).toMatchObject({ hasMore: true, isAsking: false });
  chain.more();
  expect(chain.shown()).toMatchObject({ hasMore: true, isAskingMore: true });
  await vi.waitFor(() => expect(shown()).toBe('acegik'));
  chain.more();
  await vi.waitFor(() => expect(shown()).toBe('acegikm'));
  expect(chain.shown()).toMatchObject({ hasMore: false, isAskingMore: false });
  expect(asked).toEqual(['Notes', 'Notes', 'Notes']);
});

test.each([
  ['at its end', 'z', 'acegikmz'],
  ['at its beginning', 'A', 'Aacegikm'],
  ['in a page', 'h', 'aceghikm'],
  ['between two pages', 'f', 'acefgikm'],
])('what comes in %s is shown, alone as new, and nothing leaves meanwhile', async (_where, id, after) => {
  const { chain, write, shown, looks } = await wholeList(...'acegikm');
  expect(chain.shown().arrived).toEqual([]);
  await write(`mutation { createNote(id: "${id}") { id } }`);
  await vi.waitFor(() => expect(shown()).toBe(after));
  await settled();
  expect(shown()).toBe(after);
  expect(chain.shown().arrived).toMatchObject([{ id }]);
  for (const look of looks) for (const row of 'acegikm') expect(look).toContain(row);
});

test.each([
  ['from its first page', 'a', 'cegikm'],
  ['from the end of a page', 'e', 'acgikm'],
  ['from its last page', 'm', 'acegik'],
])('what leaves %s is gone, and nothing else, nor is anything twice', async (_where, id, after) => {
  const { write, shown, looks } = await wholeList(...'acegikm');
  await write(`mutation { removeNote(id: "${id}") }`);
  await vi.waitFor(() => expect(shown()).toBe(after));
  for (const look of looks) {
    expect(new Set(look).size).toBe(look.length);
    for (const row of after) expect(look).toContain(row);
  }
});

test('a page behind that cannot be had says so, and what is there stays; asked again, it comes', async () => {
  const { chain, world, shown } = list(...'acegi');
  await vi.waitFor(() => expect(shown()).toBe('ace'));
  world.broken = 'e';
  chain.more();
  await vi.waitFor(() => expect(chain.shown().problemBehind).toBeDefined());
  expect(shown()).toBe('ace');
  expect(chain.shown().problem).toBeUndefined();
  world.broken = '';
  chain.askAgain();
  await vi.waitFor(() => expect(shown()).toBe('acegi'));
  expect(chain.shown().problemBehind).toBeUndefined();
});

test('a list that nobody looks at asks nothing, and is as it should be when it is looked at again', async () => {
  const { stop, chain, write, shown, asked } = await wholeList(...'acegikm');
  stop();
  await write('mutation { createNote(id: "b") { id } }');
  await settled();
  expect(asked).toEqual([]);
  chain.follow(() => {});
  await vi.waitFor(() => expect(shown()).toBe('abcegikm'));
});
