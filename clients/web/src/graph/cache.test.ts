import { buildSchema } from 'graphql';
import { expect, test, vi } from 'vitest';
import { type CacheRules, cacheRules } from './cache-rules.ts';
import { playGraph, settled } from './play-graph.ts';

const schema = buildSchema(`
  type Query { viewer: Viewer, shelves: [Shelf!]!, shelf(id: ID!): Shelf, note(id: ID!): Note }
  type Viewer { id: ID!, tenant: Tenant, sessions: [Session!]! }
  type Session { id: ID! }
  type Tenant { id: ID!, notes(first: Int): NotePage!, open: Int! }
  type NotePage { edges: [NoteEdge!]! }
  type NoteEdge { node: Note! }
  type Note { id: ID!, text: String! }
  type Shelf { id: ID!, books: [Book!]! }
  type Book { id: ID!, shelf: Shelf! }
  type Mutation {
    createNote(text: String!): Note!
    updateNote(id: ID!, text: String!): Note!
    removeNote(id: ID!): ID!
    addBook(shelfId: ID!): Book!
    dustBook(id: ID!): Book!
    endSessions: Int!
  }
  type NoteChange { kind: String!, noteId: ID!, note: Note }
  type Subscription { noteChanged: NoteChange! }
`);

const rules = cacheRules({
  lists: ['Tenant.notes', 'Shelf.books'],
  views: ['Tenant.open', 'Viewer.sessions'],
  things: { note: 'Note' },
  on: {
    createNote: 'notes',
    updateNote: 'notes',
    removeNote: 'notes',
    noteChanged: ['notes', 'open'],
    addBook: 'books',
    dustBook: 'books',
    endSessions: 'sessions',
  },
  keys: { NotePage: '', NoteEdge: '', NoteChange: '' },
  optimistic: { updateNote: ({ id, text }) => ({ __typename: 'Note', id: String(id), text: String(text) }) },
});

const NOTES = 'query Notes { viewer { id tenant { id notes(first: 9) { edges { node { id text } } } } } }';
const NOTE = 'query Note($id: ID!) { note(id: $id) { id text } }';
const OPEN = 'query Open { viewer { id tenant { id open } } }';
const SESSIONS = 'query Sessions { viewer { id sessions { id } } }';
const SHELF = 'query Shelf($id: ID!) { shelf(id: $id) { id books { id } } }';
const CREATE = 'mutation { made: createNote(text: "new") { id text } }';
const UPDATE = 'mutation { updateNote(id: "1", text: "better") { id text } }';
const REMOVE = 'mutation { removeNote(id: "1") }';
const ADD_BOOK = 'mutation { addBook(shelfId: "a") { id shelf { id } } }';
const END = 'mutation { endSessions }';
const FEED = 'subscription { noteChanged { kind noteId note { id text } } }';

/** A small house of notes and shelves. */
function house(...areas: CacheRules[]) {
  const notes = [
    { id: '1', text: 'one' },
    { id: '2', text: 'two' },
  ];
  const shelves = ['a', 'b'].map((id) => ({ id, books: [{ id: `${id}1`, shelf: { id } }] }));
  const world = {
    sessions: [{ id: 's1' }, { id: 's2' }],
    viewer: () => ({ id: 'v', sessions: world.sessions, tenant: { id: 't', open: notes.length, notes: pageOfNotes } }),
    note: ({ id }: { id: string }) => notes.find((note) => note.id === id) ?? null,
    shelf: ({ id }: { id: string }) => shelves.find((shelf) => shelf.id === id),
    createNote: ({ text }: { text: string }) => add({ id: String(notes.length + 1), text }),
    updateNote: (note: { id: string; text: string }) =>
      Object.assign(notes.find(({ id }) => id === note.id) ?? {}, note),
    removeNote: ({ id }: { id: string }) => {
      notes.splice(0, notes.length, ...notes.filter((note) => note.id !== id));
      return id;
    },
    addBook: ({ shelfId }: { shelfId: string }) => {
      const shelf = shelves.find(({ id }) => id === shelfId);
      const book = { id: `${shelfId}2`, shelf: { id: shelfId } };
      shelf?.books.push(book);
      return book;
    },
    dustBook: ({ id }: { id: string }) => ({ id, shelf: { id: 'a' } }),
    endSessions: () => world.sessions.splice(1).length,
  };
  const pageOfNotes = () => ({ edges: notes.map((node) => ({ node })) });
  const add = (note: (typeof notes)[number]) => {
    notes.push(note);
    return note;
  };

  const { follow, ...graph } = playGraph(schema, world, areas);
  const telling = follow(FEED);
  function tell(kind: string, note: { id: string; text: string } | null, noteId = note?.id) {
    const change = { __typename: 'NoteChange', kind, noteId, note: note && { __typename: 'Note', ...note } };
    telling({ noteChanged: change });
  }
  return { ...graph, tell, add };
}

const textsOf = (data: { viewer: { tenant: { notes: { edges: { node: { text: string } }[] } } } }) =>
  data.viewer.tenant.notes.edges.map(({ node }) => node.text);

test('what is made here appears in the list of its tenant, also where the mutation has another name in the answer', async () => {
  const { show, write, asked } = house(rules);
  const notes = await show(NOTES);
  await write(CREATE);
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['one', 'two', 'new']));
  expect(asked).toEqual(['Notes', 'Notes']);
});

test('a change elsewhere of what the list has shows at once, and nothing is asked', async () => {
  const { show, tell, asked } = house(rules);
  const notes = await show(NOTES);
  tell('UPDATED', { id: '2', text: 'second' });
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['one', 'second']));
  await settled();
  expect(asked).toEqual(['Notes']);
});

test('what shows as done before it is, shows so in what is concerned by it, which is asked for once it is done', async () => {
  const { show, write, hold, asked } = house(
    rules,
    cacheRules({ views: ['Tenant.notes'], on: { updateNote: 'notes' } }),
  );
  const notes = await show(NOTES);
  const release = hold();
  const written = write(UPDATE);
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['better', 'two']));
  expect(asked).toEqual(['Notes']);
  release();
  await written;
  await vi.waitFor(() => expect(asked).toEqual(['Notes', 'Notes']));
  expect(textsOf(notes())).toEqual(['better', 'two']);
});

test('a change elsewhere of what the list has not, or that is gone, makes it ask again', async () => {
  const { show, tell, add, write, asked } = house(rules);
  const notes = await show(NOTES);
  tell('CREATED', add({ id: '3', text: 'three' }));
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['one', 'two', 'three']));
  await write(REMOVE);
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['two', 'three']));
  tell('REMOVED', null, '1');
  await vi.waitFor(() => expect(asked).toEqual(['Notes', 'Notes', 'Notes', 'Notes']));
});

test('what is told as gone while its list still has it is asked for again', async () => {
  const { show, tell, asked } = house(rules);
  await show(NOTES);
  tell('REMOVED', { id: '2', text: 'two' });
  await vi.waitFor(() => expect(asked).toEqual(['Notes', 'Notes']));
});

test('a view asks again whatever happens, and a list beside it does not', async () => {
  const { show, tell, asked } = house(rules);
  await show(NOTES);
  await show(OPEN);
  tell('UPDATED', { id: '1', text: 'first' });
  await vi.waitFor(() => expect(asked).toEqual(['Notes', 'Open', 'Open']));
  await settled();
  expect(asked).toHaveLength(3);
});

test('what is new belongs to the list of its own owner, and those of other owners stay', async () => {
  const { show, write, asked } = house(rules);
  const own = await show(SHELF, { id: 'a' });
  const other = await show(SHELF, { id: 'b' });
  await write(ADD_BOOK);
  await vi.waitFor(() => expect(own().shelf.books).toHaveLength(2));
  await settled();
  expect(asked).toHaveLength(3);
  expect(other().shelf.books).toHaveLength(1);
});

test("what is the viewer's own is asked for again", async () => {
  const { show, write } = house(rules);
  const sessions = await show(SESSIONS);
  expect(sessions().viewer.sessions).toHaveLength(2);
  await write(END);
  await vi.waitFor(() => expect(sessions().viewer.sessions).toHaveLength(1));
});

test('what is saved shows while it is on its way, and makes no list ask', async () => {
  const { show, write, asked, hold } = house(rules);
  const notes = await show(NOTES);
  const release = hold();
  const saved = write(UPDATE);
  await vi.waitFor(() => expect(textsOf(notes())).toEqual(['better', 'two']));
  release();
  await saved;
  await settled();
  expect(asked).toEqual(['Notes']);
});

test('what is told before the first answer has come is asked for after it', async () => {
  const { show, tell, add } = house(rules);
  const first = show(NOTES);
  tell('CREATED', add({ id: '3', text: 'three' }));
  const notes = await first;
  await vi.waitFor(() => expect(textsOf(notes())).toContain('three'));
});

test('several areas say what one change means to each', async () => {
  const decided = cacheRules({
    views: ['Tenant.open'],
    on: { createNote: ({ text }) => (text === 'new' ? 'open' : []) },
  });
  const { show, write, asked } = house(rules, decided);
  await show(NOTES);
  await show(OPEN);
  await write(CREATE);
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(['Notes', 'Notes', 'Open', 'Open']));
});

test('what a plain list has already makes it not ask, whoever owns it', async () => {
  const { show, write, asked } = house(rules);
  const own = await show(SHELF, { id: 'a' });
  await write('mutation { dustBook(id: "a1") { id shelf { id } } }');
  await settled();
  expect(asked).toEqual(['Shelf']);
  expect(own().shelf.books).toHaveLength(1);
});

test('what a list has is not asked for by its id, and changes with it', async () => {
  const { show, tell, asked } = house(rules);
  await show(NOTES);
  const note = await show(NOTE, { id: '2' });
  expect(note()).toMatchObject({ note: { text: 'two' } });
  tell('UPDATED', { id: '2', text: 'second' });
  await vi.waitFor(() => expect(note()).toMatchObject({ note: { text: 'second' } }));
  await settled();
  expect(asked).toEqual(['Notes']);
});

test('what no list has is asked for by its id, also what does not exist, once', async () => {
  const { show, asked } = house(rules);
  expect((await show(NOTE, { id: '1' }))()).toMatchObject({ note: { text: 'one' } });
  expect((await show(NOTE, { id: '9' }))()).toEqual({ note: null });
  expect((await show(NOTE, { id: '9' }))()).toEqual({ note: null });
  expect(asked).toEqual(['Note', 'Note']);
});

test.each([
  ['a mutation that removes it', async ({ write }: House) => void (await write(REMOVE))],
  [
    'news that has no more of it',
    async ({ tell, write }: House) => {
      await write('mutation { gone: removeNote(id: "1") }');
      tell('UPDATED', null, '1');
    },
  ],
  [
    'news that it was removed',
    async ({ tell, write }: House) => {
      await write('mutation { gone: removeNote(id: "1") }');
      tell('REMOVED', { id: '1', text: 'one' });
    },
  ],
])('what is shown by its id is gone after %s', async (_what, remove) => {
  const home = house(rules);
  await home.show(NOTES);
  const note = await home.show(NOTE, { id: '1' });
  expect(note()).toMatchObject({ note: { text: 'one' } });
  await remove(home);
  await vi.waitFor(() => expect(note()).toEqual({ note: null }));
});
type House = ReturnType<typeof house>;

test.each(['kept', 'on its way'])(
  'what was gone and is put back is there by its id, also where it is %s that there is none',
  async (which) => {
    const { show, tell, add, write, hold } = house(rules);
    await show(NOTES);
    const note = await show(NOTE, { id: '1' });
    await write(REMOVE);
    const release = which === 'kept' ? undefined : hold();
    if (!release) await vi.waitFor(() => expect(note()).toEqual({ note: null }));
    await settled();
    tell('CREATED', add({ id: '1', text: 'back' }));
    release?.();
    await vi.waitFor(() => expect(note()).toMatchObject({ note: { text: 'back' } }));
    await settled();
    expect(note()).toMatchObject({ note: { text: 'back' } });
  },
);
