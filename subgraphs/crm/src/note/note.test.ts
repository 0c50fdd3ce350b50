import { feedKey } from '@mycelium/bus/feed-key';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { eventSchema } from '@mycelium/schema/event-type';
import { noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id version side } }';
const UPDATE = 'mutation ($id: ID!, $input: UpdateNoteInput!) { updateNote(id: $id, input: $input) { version } }';
const REMOVE = 'mutation ($id: ID!) { removeNote(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restoreNote(id: $id) { content } }';
const READ = `query ($id: ID!) { note(id: $id) {
  content html tags pinned editedAt author { kind id } editedBy { id } subject { kind id }
  history { totalCount edges { node { content writtenAt author { id } } } }
} }`;
const LIST = `query ($t: ID!, $filter: NoteFilter, $first: Int!, $after: String) {
  notes(tenantId: $t, filter: $filter, first: $first, after: $after) { edges { node { content html } } pageInfo { endCursor } }
}`;
const CHANGES = 'subscription ($t: ID!) { noteChanged(tenantId: $t) { kind noteId note { content } } }';

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

interface Listed {
  notes: { edges: { node: { content: string } }[]; pageInfo: { endCursor: string } };
}

const contactOf = async (viewer: TestViewer) =>
  (await viewer.run<{ createContact: { id: string } }>('mutation { createContact(input: { name: "Ada" }) { id } }'))
    .createContact.id;
const write = async (viewer: TestViewer, content: string, more: object = {}) => {
  const subject = { kind: 'TENANT', id: viewer.viewer.tenantId };
  const input = { subject, content, ...more };
  return (await viewer.run<{ createNote: { id: string; version: number; side: string } }>(CREATE, { input }))
    .createNote;
};
const list = async (viewer: TestViewer, filter: object = {}, first = 50) => {
  const { notes } = await viewer.run<Listed>(LIST, { t: viewer.viewer.tenantId, filter, first });
  return notes.edges.map(({ node }) => node.content);
};
const refused = async (viewer: TestViewer, content: string) => {
  const subject = { kind: 'TENANT', id: viewer.viewer.tenantId };
  const { errors } = await viewer.ask(CREATE, { input: { subject, content } });
  const { code, reason, limit, path } = errors?.[0]?.extensions ?? {};
  return { code, reason, limit, path };
};
/** The notices that were raised in a tenant; the last one is waited for. */
const noticesOf = (viewer: TestViewer, lastOf: string) =>
  vi.waitFor(async () => {
    const { tenantId = '' } = viewer.viewer;
    const entries = await testing.subgraph.work(({ redis }) => redis.xrange(feedKey(tenantId), '-', '+'));
    const raised = entries
      .map(([, [, event = '']]) => eventSchema.parse(JSON.parse(event)))
      .flatMap(({ type, payload }) => (type === noticeRaised.name ? [noticeRaised.payload.parse(payload)] : []));
    expect(raised.at(-1)).toMatchObject({ userId: lastOf });
    return raised;
  });

test('a note is written, changed with its history kept, removed and restored', async () => {
  const owner = testing.as(person('OWNER'));
  const contact = await contactOf(owner);
  const subject = { kind: 'CONTACT', id: contact };
  const { id, version } = await write(owner, '**Calls** on Tuesdays', { subject, tags: ['Call', 'call'] });
  const manager = testing.as(person('MANAGER', owner.viewer.tenantId));
  await manager.run(UPDATE, { id, input: { version, content: 'Calls on Mondays' } });
  await owner.run(UPDATE, { id, input: { version: version + 1, content: 'Never calls', pinned: true } });
  const { note } = await owner.run<{ note: { history: { edges: { node: object }[] } } }>(READ, { id });
  expect(note).toMatchObject({
    ...{ content: 'Never calls', html: '<p>Never calls</p>\n', tags: ['call'], pinned: true, subject },
    ...{ author: { kind: 'user', id: owner.viewer.id }, editedBy: { id: owner.viewer.id } },
    history: { totalCount: 2 },
  });
  expect(note.history.edges.map(({ node }) => node)).toMatchObject([
    { content: 'Calls on Mondays', author: { id: manager.viewer.id } },
    { content: '**Calls** on Tuesdays', author: { id: owner.viewer.id } },
  ]);
  await owner.run(UPDATE, { id, input: { version: version + 2, pinned: false } });
  expect(await owner.run(READ, { id })).toMatchObject({ note: { pinned: false, history: { totalCount: 2 } } });
  await owner.run(REMOVE, { id });
  expect(await owner.run(READ, { id })).toEqual({ note: null });
  expect(await owner.refusal(UPDATE, { id, input: { version: 5, content: 'x' } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.run(RESTORE, { id })).toEqual({ restoreNote: { content: 'Never calls' } });
  expect(
    await owner.run('query ($id: ID!) { contact(id: $id) { notes { totalCount edges { node { id } } } } }', {
      id: contact,
    }),
  ).toEqual({ contact: { notes: { totalCount: 1, edges: [{ node: { id } }] } } });
});

test('of two who change one version at once, the second is given what the first one wrote', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await write(owner, 'first');
  const change = (content: string) => owner.ask(UPDATE, { id, input: { version, content, tags: [content] } });
  const answers = await Promise.all([change('mine'), change('yours')]);
  const [conflict] = answers.flatMap(({ errors = [] }) => errors);
  const { note } = await owner.run<{ note: { content: string; tags: string[] } }>(READ, { id });
  expect(conflict?.extensions).toMatchObject({
    ...{ code: 'CONFLICT', version: version + 1 },
    theirs: { content: note.content, tags: [note.content], pinned: false, version: version + 1 },
  });
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('a note has at most 64 kB in UTF-8 and says something that can be kept', async () => {
  const owner = testing.as(person('OWNER'));
  expect((await write(owner, 'é'.repeat(32_768))).version).toBe(1);
  const tooLong = { code: 'BAD_USER_INPUT', reason: 'TOO_LONG', limit: 65_536, path: ['input', 'content'] };
  expect(await refused(owner, 'é'.repeat(32_769))).toEqual(tooLong);
  expect(await refused(owner, 'a'.repeat(1_048_577))).toEqual(tooLong);
  expect(await refused(owner, ' \n')).toMatchObject({ reason: 'MISSING' });
  expect(await refused(owner, 'a\0b')).toMatchObject({ reason: 'BROKEN_TEXT', path: ['input', 'content'] });
  expect(await refused(owner, 'a\ud800b')).toMatchObject({ reason: 'BROKEN_TEXT' });
  expect(await list(owner)).toHaveLength(1);
});

test('who is mentioned gets one notice for a note, however often it is changed, and nobody of their own words', async () => {
  const owner = testing.as(person('OWNER'));
  const [mateo, bea, cook] = [uuidv7(), uuidv7(), uuidv7()];
  tenants.members.set(String(owner.viewer.tenantId), [
    { id: owner.viewer.id, role: 'OWNER' },
    { id: mateo, role: 'MANAGER' },
    { id: bea, role: 'MARKETER' },
    { id: cook, role: 'KITCHEN' },
  ]);
  const at = (id: string) => `@[Somebody](user:${id})`;
  const { id, version } = await write(owner, `${at(mateo)} ${at(mateo)} ${at(owner.viewer.id)} please`);
  await owner.run(UPDATE, { id, input: { version, content: `${at(mateo)}, please` } });
  await owner.run(UPDATE, { id, input: { version: version + 1, content: 'please' } });
  await owner.run(UPDATE, { id, input: { version: version + 2, content: `${at(mateo)} and ${at(bea)}` } });
  const raised = await noticesOf(owner, bea);
  // Mateo is named again, under the key by which the second one is none.
  expect(raised.map(({ userId, onceKey }) => [userId, onceKey])).toEqual(
    [mateo, mateo, bea].map((userId) => [userId, `note.mentioned ${id}`]),
  );
  expect(raised[0]).toMatchObject({
    ...{ kind: 'note.mentioned', path: `/crm/notes/${id}` },
    values: { name: owner.viewer.id, text: '@Somebody @Somebody @Somebody please' },
  });
  for (const nobody of [cook, uuidv7()])
    expect(await refused(owner, `Ask ${at(nobody)}`)).toMatchObject({
      ...{ reason: 'MAY_NOT_READ', path: ['input', 'content'] },
    });
  const many = Array.from({ length: 51 }, () => at(uuidv7())).join(' ');
  expect(await refused(owner, many)).toMatchObject({ reason: 'TOO_MANY', limit: 50 });
  tenants.members.set(String(owner.viewer.tenantId), []);
  expect(await owner.run(UPDATE, { id, input: { version: version + 3, content: `${at(mateo)} has left` } })).toEqual({
    updateNote: { version: version + 4 },
  });
});

test('the pinned ones come first, then the newest, page by page, and filters narrow them', async () => {
  const owner = testing.as(person('OWNER'));
  const contact = await contactOf(owner);
  for (const content of ['one', 'two', 'three']) await write(owner, content);
  await write(owner, 'pinned', { pinned: true, tags: ['VIP'] });
  await write(owner, 'about Ada', { subject: { kind: 'CONTACT', id: contact } });
  expect(await list(owner)).toEqual(['pinned', 'about Ada', 'three', 'two', 'one']);
  const all: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 3; pages += 1) {
    const { notes } = await owner.run<Listed>(LIST, { t: owner.viewer.tenantId, filter: {}, first: 2, after });
    all.push(...notes.edges.map(({ node }) => node.content));
    after = notes.pageInfo.endCursor;
  }
  expect(all).toEqual(['pinned', 'about Ada', 'three', 'two', 'one']);
  expect(await list(owner, { tag: 'VIP' })).toEqual(['pinned']);
  expect(await list(owner, { pinned: false, subject: { kind: 'TENANT', id: owner.viewer.tenantId } })).toHaveLength(3);
  expect(await list(owner, { subject: { kind: 'CONTACT', id: contact } })).toEqual(['about Ada']);
  expect(await list(owner, { subject: { kind: 'CONTACT', id: 'nobody' } })).toEqual([]);
  expect(await list(owner, { author: uuidv7() })).toEqual([]);
  const few = await testing.countSql(() => list(owner, {}, 1));
  expect(await testing.countSql(() => list(owner))).toBe(few);
});

test('the notes of many contacts take as many statements as those of one, and a page goes on where it ended', async () => {
  const owner = testing.as(person('OWNER'));
  const CONTACT = 'mutation ($name: String!) { createContact(input: { name: $name }) { id } }';
  const write = async (name: string, contents: string[]) => {
    const { createContact } = await owner.run<{ createContact: { id: string } }>(CONTACT, { name });
    for (const content of contents)
      await owner.run('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
        input: { subject: { kind: 'CONTACT', id: createContact.id }, content, pinned: content === 'first' },
      });
    return createContact.id;
  };
  const id = await write('A', ['first', 'second', 'third']);
  const list = () =>
    owner.run(
      `query ($t: ID!) { contacts(tenantId: $t) { edges { node {
        notes(first: 2) { totalCount pageInfo { hasNextPage } edges { node { content } } }
      } } } }`,
      { t: owner.viewer.tenantId },
    );
  const one = await testing.countSql(list);
  await write('B', ['other']);
  await write('C', []);
  expect(await testing.countSql(list)).toBe(one);
  const notes = (totalCount: number, hasNextPage: boolean, ...contents: string[]) => ({
    node: {
      notes: { totalCount, pageInfo: { hasNextPage }, edges: contents.map((content) => ({ node: { content } })) },
    },
  });
  expect(await list()).toEqual({
    contacts: { edges: [notes(3, true, 'first', 'third'), notes(1, false, 'other'), notes(0, false)] },
  });
  const PAGE = `query ($id: ID!, $after: String) { contact(id: $id) {
    notes(first: 2, after: $after) { pageInfo { endCursor } edges { node { content } } }
  } }`;
  interface Paged {
    contact: { notes: { pageInfo: { endCursor: string }; edges: { node: { content: string } }[] } };
  }
  const { contact } = await owner.run<Paged>(PAGE, { id });
  const after = contact.notes.pageInfo.endCursor;
  expect((await owner.run<Paged>(PAGE, { id, after })).contact.notes.edges).toEqual([{ node: { content: 'second' } }]);
  expect(
    await owner.refusal(PAGE, {
      id: (await owner.run<{ createContact: { id: string } }>(CONTACT, { name: 'D' })).createContact.id,
      after,
    }),
  ).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('what the staff note about a tenant is seen, changed and heard by nobody of the tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const { id, side } = await write(staff, 'May leave us');
  expect(side).toBe('PLATFORM');
  expect(await owner.run(READ, { id })).toEqual({ note: null });
  expect(await list(owner)).toEqual([]);
  const input = { version: 1, content: 'x' };
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(REMOVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  await write(owner, 'ours');
  expect((await changes.next()).value?.data).toMatchObject({ noteChanged: { note: { content: 'ours' } } });
  await changes.return?.();
  expect(await list(staff)).toEqual(['ours', 'May leave us']);
  expect(await list(staff, { side: 'TENANT' })).toEqual(['ours']);
});

test('nobody writes about what is not their own', async () => {
  const owner = testing.as(person('OWNER'));
  const foreign = await contactOf(testing.as(person('OWNER')));
  for (const subject of [
    { kind: 'CONTACT', id: foreign },
    { kind: 'TENANT', id: uuidv7() },
  ])
    expect(await owner.refusal(CREATE, { input: { subject, content: 'x' } })).toMatchObject({ code: 'NOT_FOUND' });
  const { id } = await write(owner, 'ours');
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.run(READ, { id })).toEqual({ note: null });
  expect(await stranger.refusal(RESTORE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const auditor = testing.as(person('AUDITOR', owner.viewer.tenantId));
  expect(await auditor.refusal(REMOVE, { id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('the log says that a note was changed, and repeats no more of it than its first line', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await write(owner, `Hello\n${'a'.repeat(60_000)}`);
  await owner.run(UPDATE, { id, input: { version, content: `Goodbye\n${'a'.repeat(60_000)}` } });
  await vi.waitFor(async () => {
    const records = (await testing.audits()).flatMap(({ records: some }) => some.filter(({ nounId }) => nounId === id));
    expect(records).toMatchObject([
      { kind: 'CREATED', after: { content: 'Hello…' } },
      { kind: 'UPDATED', before: { content: 'Hello…' }, after: { content: 'Goodbye…' } },
    ]);
    expect(JSON.stringify(records).length).toBeLessThan(2_000);
  });
});

test('a note is found by its words and tags, as it is now, and by nobody once it was removed', async () => {
  const owner = testing.as(person('OWNER'));
  const found = async (text: string) => {
    const { searchCrm } = await owner.run<{ searchCrm: { edges: { node: { kind: string; title: string } }[] } }>(
      'query ($t: ID!, $text: String!) { searchCrm(tenantId: $t, text: $text) { edges { node { kind title } } } }',
      { t: owner.viewer.tenantId, text },
    );
    return searchCrm.edges.map(({ node }) => node);
  };
  const { id, version } = await write(owner, '# Harvest\nThe quetzal sings', { tags: ['maíz'] });
  const node = { kind: 'NOTE', title: 'Harvest…' };
  expect([await found('quetzal'), await found('maiz')]).toEqual([[node], [node]]);
  await owner.run(UPDATE, { id, input: { version, content: 'The guacamaya sings' } });
  expect([await found('quetzal'), await found('guacamaya')]).toEqual([
    [],
    [{ kind: 'NOTE', title: 'The guacamaya sings' }],
  ]);
  await owner.run(REMOVE, { id });
  expect(await found('guacamaya')).toEqual([]);
  await owner.run(RESTORE, { id });
  expect(await found('guacamaya')).toHaveLength(1);
});
