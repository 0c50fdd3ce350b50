import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { Side } from '../side/side.ts';
import { crm } from '../subgraph.ts';
import { SubjectKind } from '../subject/subject.ts';
import { entriesIn, placesIn } from './find-entries.ts';
import { tell } from './tell.ts';
import { EntryKind, TimelineEntry } from './timeline-entry.ts';

const TIMELINE = `query ($t: ID!, $subject: SubjectInput, $kinds: [TimelineEntryKind!], $actor: ID, $from: DateTime, $to: DateTime, $first: Int = 50, $after: String) {
  timeline(tenantId: $t, subject: $subject, kinds: $kinds, actor: $actor, from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { kind at facts actor { id } subject { id } note { content } contact { name } } }
  }
}`;
const CHANGES = 'subscription ($t: ID!) { timelineChanged(tenantId: $t) { entryId entry { kind } } }';

interface Read {
  timeline: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { kind: string; at: string; facts: object; note: { content: string } | null } }[];
  };
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

const entriesOf = (id: string) =>
  testing.subgraph.work(({ em }) => em.find(TimelineEntry, { subject: { id } }, { orderBy: { at: 'asc', id: 'asc' } }));

test('what becomes of a contact is on its timeline, with who did it and by which event', async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    'mutation { createContact(input: { name: "Ada" }) { id } }',
  );
  const { id } = createContact;
  await owner.run('mutation ($id: ID!) { removeContact(id: $id) }', { id });
  await owner.run('mutation ($id: ID!) { restoreContact(id: $id) { id } }', { id });
  const entries = await entriesOf(id);
  expect(entries.map(({ kind }) => kind)).toEqual(['CONTACT_CREATED', 'CONTACT_REMOVED', 'CONTACT_RESTORED']);
  expect(entries[0]).toMatchObject({
    ...{ side: 'TENANT', tenantId: owner.viewer.tenantId, subject: { kind: 'CONTACT', id }, facts: { name: 'Ada' } },
    ...{ source: 'crm', actor: { kind: 'user', id: owner.viewer.id }, correlationId: 'test', acknowledgedAt: null },
  });
});

test('an event that comes twice is one entry of its subject, and one that was heard counts as acknowledged', async () => {
  const tenantId = uuidv7();
  const event = {
    ...{ id: uuidv7(), type: 'credit.allocated', feed: tenantId, source: 'wrapper', payload: {} },
    ...{ at: '2026-11-20T18:30:00.000Z', actor: { kind: 'user', id: 'u' }, correlationId: 'c' },
  };
  const told = { side: Side.TENANT, kind: EntryKind.CONTACT_CREATED, facts: { name: 'NUL \0' } };
  const tellOf = (id: string) =>
    testing.subgraph.work((ctx) => {
      const inTenant = { ...ctx, viewer: { ...ctx.viewer, tenantId } };
      return tell(inTenant, { ...told, subject: { kind: SubjectKind.CONTACT, id } }, event);
    });
  const [one, other] = [uuidv7(), uuidv7()];
  await Promise.all([tellOf(one), tellOf(one)]);
  await tellOf(one);
  await tellOf(other);
  expect(await entriesOf(other)).toHaveLength(1);
  expect(await entriesOf(one)).toMatchObject([
    { eventId: event.id, at: new Date(event.at), source: 'wrapper', facts: { name: 'NUL \ufffd' } },
  ]);
  expect((await entriesOf(one))[0]?.acknowledgedAt).toBeInstanceOf(Date);
});

const read = async (viewer: TestViewer, wanted: object = {}) =>
  (await viewer.run<Read>(TIMELINE, { t: viewer.viewer.tenantId, ...wanted })).timeline;
const kindsOf = async (viewer: TestViewer, wanted: object = {}) =>
  (await read(viewer, wanted)).edges.map(({ node }) => node.kind);
const contactOf = async (viewer: TestViewer, more = '') => {
  const { createContact } = await viewer.run<{ createContact: { id: string } }>(
    `mutation { createContact(input: { name: "Ada"${more} }) { id } }`,
  );
  return createContact.id;
};
const note = (viewer: TestViewer, contact: string, content: string) =>
  viewer.run<{ createNote: { id: string } }>(
    'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }',
    { input: { subject: { kind: 'CONTACT', id: contact }, content } },
  );

test('a timeline is read newest first, of one subject or of all, by kind, by actor and by time', async () => {
  const owner = testing.as(person('OWNER'));
  const manager = testing.as(person('MANAGER', owner.viewer.tenantId));
  const [ada, other] = [await contactOf(owner), await contactOf(owner)];
  const { createNote } = await note(manager, ada, 'Called');
  expect(await kindsOf(owner)).toEqual(['NOTE_WRITTEN', 'CONTACT_CREATED', 'CONTACT_CREATED']);
  const subject = { kind: 'CONTACT', id: ada };
  const { edges } = await read(owner, { subject });
  expect(edges.map(({ node }) => node)).toMatchObject([
    { kind: 'NOTE_WRITTEN', note: { content: 'Called' }, contact: { name: 'Ada' }, actor: { id: manager.viewer.id } },
    { kind: 'CONTACT_CREATED', note: null, facts: { name: 'Ada' } },
  ]);
  expect(await kindsOf(owner, { subject: { kind: 'CONTACT', id: other } })).toEqual(['CONTACT_CREATED']);
  expect(await kindsOf(owner, { subject: { kind: 'CONTACT', id: 'nobody' } })).toEqual([]);
  expect(await kindsOf(owner, { kinds: ['NOTE_WRITTEN', 'NOTE_WRITTEN', 'NOTE_REMOVED'] })).toEqual(['NOTE_WRITTEN']);
  expect(await kindsOf(owner, { kinds: [] })).toEqual([]);
  expect(await kindsOf(owner, { actor: manager.viewer.id })).toEqual(['NOTE_WRITTEN']);
  const at = edges[0]?.node.at;
  expect(await kindsOf(owner, { from: at })).toEqual(['NOTE_WRITTEN']);
  expect(await kindsOf(owner, { to: at, subject })).toEqual(['CONTACT_CREATED']);
  await owner.run('mutation ($id: ID!) { removeNote(id: $id) }', { id: createNote.id });
  expect((await read(owner, { kinds: ['NOTE_WRITTEN'] })).edges[0]?.node.note).toBeNull();
});

test('pages follow one another without a gap and with as many statements as one, and a foreign cursor is refused', async () => {
  const owner = testing.as(person('OWNER'));
  const ada = await contactOf(owner);
  const subject = { kind: 'CONTACT', id: ada };
  for (const content of ['1', '2', '3', '4']) await note(owner, ada, content);
  const all: (string | undefined)[] = [];
  let after: string | undefined;
  for (;;) {
    const { edges, pageInfo, totalCount } = await read(owner, { subject, first: 2, after });
    expect(totalCount).toBe(5);
    all.push(...edges.map(({ node }) => node.note?.content));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(all).toEqual(['4', '3', '2', '1', undefined]);
  const few = await testing.countSql(() => read(owner, { subject, first: 1 }));
  expect(await testing.countSql(() => read(owner, { subject }))).toBe(few);
  const alone =
    'query ($t: ID!) { timeline(tenantId: $t) { edges { cursor node { id kind at facts } } pageInfo { endCursor } } }';
  // What begins the transaction, for whom it is, the page, and the end.
  expect(await testing.countSql(() => owner.run(alone, { t: owner.viewer.tenantId }))).toBe(4);
  for (const cursor of [after, 'x', '']) {
    const wrong = { t: owner.viewer.tenantId, after: cursor };
    expect(await owner.refusal(TIMELINE, wrong)).toMatchObject({ code: 'BAD_USER_INPUT', path: ['after'] });
  }
});

test('what is added is told to those who follow, and what the staff keep to nobody of the tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  await contactOf(staff);
  expect(await kindsOf(owner)).toEqual([]);
  expect(await kindsOf(staff)).toEqual(['CONTACT_CREATED']);
  const ada = await contactOf(owner);
  await note(owner, ada, 'Called');
  const kinds = [await changes.next(), await changes.next()].map(({ value }) => value?.data?.timelineChanged);
  expect(kinds).toMatchObject([{ entry: { kind: 'CONTACT_CREATED' } }, { entry: { kind: 'NOTE_WRITTEN' } }]);
  await changes.return?.();
  expect(await kindsOf(testing.as(person('OWNER')))).toEqual([]);
});

test('a page is found in an index alone, from where the one before ended, however deep', async () => {
  const tenantId = uuidv7();
  const subject = { kind: SubjectKind.TENANT, id: tenantId };
  const position = [new Date().toISOString(), uuidv7()] as const;
  const plans = await testing.subgraph.work(async ({ em }) => {
    // There are too few rows for an index to be worth its while.
    await em.execute('set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off');
    const explain = async ([sql, values]: [sql: string, values: unknown[]]) =>
      JSON.stringify(await em.execute(`explain ${sql}`, values));
    const explained = [{ subject }, { subject, kinds: [EntryKind.NOTE_WRITTEN], actor: 'x' }, {}].map((wanted) =>
      explain(placesIn(tenantId, wanted, position, 51)),
    );
    const whole = explain(entriesIn(tenantId, { subject }, position, 51));
    return Promise.all([...explained, whole]);
  });
  const [ofSubject = '', narrowed = '', ofTenant = '', whole = ''] = plans;
  const places = plans.slice(0, -1);
  for (const plan of places) expect(plan).not.toMatch(/Sort|Seq Scan/);
  // The rows are looked up by their ids, a page of them.
  expect(whole).toMatch(
    /Index Only Scan Backward using timeline_entry_of_subject.*Index Scan using timeline_entry_pkey/,
  );
  expect(whole).not.toMatch(/Seq Scan/);
  expect(ofSubject).toMatch(
    /Index Only Scan Backward using timeline_entry_of_subject.*Index Cond.*subject_id.*ROW\(at, id\)/,
  );
  expect(narrowed).toMatch(/Index Only Scan Backward using timeline_entry_of_subject/);
  expect(ofTenant).toMatch(/Index Only Scan Backward using timeline_entry_of_tenant.*Index Cond.*ROW\(at, id\)/);
});
