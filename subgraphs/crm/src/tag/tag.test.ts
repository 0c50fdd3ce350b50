import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';
import { carriers } from './carriers.ts';
import type { TagCarrier } from './tag.ts';
import { keyOfTag } from './tag-key.ts';

const TAGS = `query ($t: ID!, $filter: TagFilter, $first: Int = 50, $after: String) { _entities(representations: [{ __typename: "Tenant", id: $t }]) {
  ... on Tenant { crmTags(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name colour version counts { kind count } } }
  } }
} }`;
const RENAME =
  'mutation ($id: ID!, $name: String!, $version: Int!) { renameTag(id: $id, name: $name, version: $version) { name version } }';
const RECOLOUR =
  'mutation ($id: ID!, $input: UpdateTagInput!) { updateTag(id: $id, input: $input) { colour version } }';
const MERGE =
  'mutation ($into: ID!, $others: [ID!]!) { mergeTags(intoId: $into, otherIds: $others) { name counts { count } } }';
const REMOVE = 'mutation ($id: ID!) { removeTag(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restoreTag(id: $id) { id name } }';
const CHANGES = 'subscription ($t: ID!) { tagChanged(tenantId: $t) { kind tag { name } } }';

interface Tag {
  id: string;
  name: string;
  colour: string;
  version: number;
  counts: { kind: string; count: number }[];
}

type Kind = `${TagCarrier}`;

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('Europe/Istanbul').answer });
});
afterAll(() => testing.close());

const tagsOf = async (viewer: TestViewer, more: object = {}) => {
  const { _entities } = await viewer.run<{ _entities: [{ crmTags: { totalCount: number; edges: { node: Tag }[] } }] }>(
    TAGS,
    { t: viewer.viewer.tenantId, ...more },
  );
  return _entities[0].crmTags.edges.map(({ node }) => node);
};
const tagNamed = async (viewer: TestViewer, name: string) =>
  (await tagsOf(viewer)).find((tag) => tag.name === name) as Tag;
const rename = ({ id, version }: Tag, name: string) => ({ id, name, version });

/** How each thing that carries tags is written and read. */
const things: Record<Kind, { create: string; input: (viewer: TestViewer) => object | Promise<object>; noun: string }> =
  {
    CONTACT: {
      ...{
        create: 'mutation ($input: CreateContactInput!) { made: createContact(input: $input) { id tags version } }',
      },
      ...{ input: () => ({ name: 'Ada' }), noun: 'contact' },
    },
    NOTE: {
      ...{ create: 'mutation ($input: CreateNoteInput!) { made: createNote(input: $input) { id tags version } }' },
      input: ({ viewer }) => ({ subject: { kind: 'TENANT', id: viewer.tenantId }, content: 'Anonymous note' }),
      noun: 'note',
    },
    ACTIVITY: {
      ...{
        create: 'mutation ($input: CreateActivityInput!) { made: createActivity(input: $input) { id tags version } }',
      },
      input: ({ viewer }) => ({ subject: { kind: 'TENANT', id: viewer.tenantId }, type: 'CALL', title: 'Ring' }),
      noun: 'activity',
    },
    OPPORTUNITY: {
      create:
        'mutation ($input: CreateOpportunityInput!) { made: createOpportunity(input: $input) { id tags version } }',
      async input(viewer) {
        const { createPipeline } = await viewer.run<{ createPipeline: { id: string } }>(
          'mutation { createPipeline(input: { name: "Catering" }) { id } }',
        );
        return { title: 'Wedding', pipelineId: createPipeline.id };
      },
      noun: 'opportunity',
    },
  };
const kinds = Object.keys(things) as Kind[];

const make = async (viewer: TestViewer, kind: Kind, tags: string[], more: object = {}) => {
  const input = { ...(await things[kind].input(viewer)), tags, ...more };
  return (await viewer.run<{ made: { id: string; tags: string[]; version: number } }>(things[kind].create, { input }))
    .made;
};
const retag = async (
  viewer: TestViewer,
  kind: Kind,
  { id, version }: { id: string; version: number },
  tags: string[],
) => {
  const noun = things[kind].noun.replace(/^./, (first) => first.toUpperCase());
  const { made } = await viewer.run<{ made: { tags: string[] } }>(
    `mutation ($id: ID!, $input: Update${noun}Input!) { made: update${noun}(id: $id, input: $input) { tags } }`,
    { id, input: { version, tags } },
  );
  return made.tags;
};
const read = async (viewer: TestViewer, kind: Kind, id: string) => {
  const { found } = await viewer.run<{ found: { tags: string[] } }>(
    `query ($id: ID!) { found: ${things[kind].noun}(id: $id) { tags } }`,
    { id },
  );
  return found.tags;
};
const found = async (viewer: TestViewer, text: string) => {
  const { searchCrm } = await viewer.run<{ searchCrm: { edges: { node: { id: string } }[] } }>(
    'query ($t: ID!, $text: String!) { searchCrm(tenantId: $t, text: $text) { edges { node { id } } } }',
    { t: viewer.viewer.tenantId, text },
  );
  return searchCrm.edges.map(({ node }) => node.id).toSorted();
};

test('whatever has tags is renamed, merged and counted with them', async () => {
  const tables = await testing.subgraph.work(({ em }) =>
    em.execute<{ name: string }[]>(
      "select table_name as name from information_schema.columns where table_schema = 'crm' and column_name = 'tags'",
    ),
  );
  expect(carriers.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  expect(carriers.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  const kept = await testing.subgraph.work(({ em }) =>
    em.execute<{ name: string }[]>(
      "select relname as name from pg_trigger join pg_class c on c.oid = tgrelid where tgname = 'keep_tags'",
    ),
  );
  expect(kept.map(({ name }) => name).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

test('what is written past the graph is a tag as well, in the one spelling of its book', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  await make(owner, 'CONTACT', ['VIP']);
  await testing.subgraph.work(({ em }) =>
    em.execute(
      `insert into crm.contact (id, tenant_id, side, kind, name, tags)
       select gen_random_uuid(), ?, 'TENANT', 'PERSON', 'Zoe', '{vip,"two  words",Vip,New}' from generate_series(1, 3)`,
      [tenantId],
    ),
  );
  expect((await tagsOf(owner)).map(({ name, counts }) => [name, counts[0]?.count])).toEqual([
    ['New', 3],
    ['two words', 3],
    ['VIP', 4],
  ]);
  const { contacts } = await owner.run<{ contacts: { edges: { node: { tags: string[] } }[] } }>(
    'query ($t: ID!) { contacts(tenantId: $t) { edges { node { tags } } } }',
    { t: tenantId },
  );
  expect(contacts.edges.at(-1)?.node.tags).toEqual(['VIP', 'two words', 'New']);
});

test.each([
  ['VIP', 'vip'],
  [' key   account ', 'Key account'],
  ['ISPARTA', 'ısparta'],
  ['İSTANBUL', 'istanbul'],
  ['peN\u0303a', 'PEÑA'],
])('%s and %s are one tag, also to the database', async (one, other) => {
  expect(keyOfTag(one)).toBe(keyOfTag(other));
  const keys = await testing.subgraph.work(({ em }) =>
    em.execute<{ key: string }[]>('select crm.tag_key(name) as key from unnest(array[?, ?]::text[]) as name', [
      one,
      other,
    ]),
  );
  expect(keys.map(({ key }) => key)).toEqual([keyOfTag(one), keyOfTag(one)]);
});

test.each([
  ['año', 'ano'],
  ['café', 'cafe'],
])('%s and %s are two', (one, other) => {
  expect(keyOfTag(one)).not.toBe(keyOfTag(other));
});

test.each(kinds)('a tag that is typed for a new %s is there, and is spelled as it was first', async (kind) => {
  const owner = testing.as(person('OWNER'));
  const { id, tags, version } = await make(owner, kind, ['VIP', 'two  words']);
  expect(tags).toEqual(['VIP', 'two words']);
  expect(await retag(owner, kind, { id, version }, ['vip', 'İstanbul', 'ISTANBUL'])).toEqual(['VIP', 'ISTANBUL']);
  expect((await tagsOf(owner)).map(({ name, colour }) => [name, colour])).toEqual([
    ['ISTANBUL', 'GREY'],
    ['two words', 'GREY'],
    ['VIP', 'GREY'],
  ]);
  const filter = `query ($t: ID!) { list: ${things[kind].noun.replace(/y$/, 'ie')}s(tenantId: $t, filter: { tag: "istanbul" }) { totalCount } }`;
  expect(await owner.run(filter, { t: owner.viewer.tenantId })).toEqual({ list: { totalCount: 1 } });
});

test.each(['', ' ', '\0', 'a\nb', '\u202ebad', 'x'.repeat(51), '\ud800'])('%j is no tag', async (name) => {
  const owner = testing.as(person('OWNER'));
  await make(owner, 'CONTACT', ['VIP']);
  const input = { name: 'Ada', tags: ['fine', name] };
  expect(await owner.refusal(things.CONTACT.create, { input })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const tag = await tagNamed(owner, 'VIP');
  expect(await owner.refusal(RENAME, rename(tag, name))).toMatchObject({ code: 'BAD_USER_INPUT', path: ['name'] });
  expect((await tagsOf(owner)).map((each) => each.name)).toEqual(['VIP']);
});

test('a tag is renamed on all that carries it, removed or not, once per version, and all is found by its new name', async () => {
  const owner = testing.as(person('OWNER'));
  const made = await Promise.all(kinds.map((kind) => make(owner, kind, ['one', 'VIP', 'three'])));
  const gone = await make(owner, 'CONTACT', ['VIP']);
  await owner.run('mutation ($id: ID!) { removeContact(id: $id) }', { id: gone.id });
  const { registerPartner: partner } = await owner.run<{ registerPartner: { id: string } }>(
    'mutation ($id: ID!) { registerPartner(input: { contactId: $id, idempotencyKey: "x" }) { id } }',
    { id: made[kinds.indexOf('CONTACT')]?.id },
  );
  const all = [...made.map(({ id }) => id), partner.id].toSorted();
  const tag = await tagNamed(owner, 'VIP');
  expect(tag.counts).toEqual(carriers.map(({ kind }) => ({ kind, count: 1 })));

  await owner.run(RENAME, rename(tag, ' Very  important '));
  for (const [at, kind] of kinds.entries())
    expect(await read(owner, kind, made[at]?.id ?? '')).toEqual(['one', 'Very important', 'three']);
  expect(await found(owner, 'vip')).toEqual([]);
  expect(await found(owner, 'very important')).toEqual(all);
  expect(await found(owner, 'three')).toEqual(all);
  await owner.run('mutation ($id: ID!) { restoreContact(id: $id) { id } }', { id: gone.id });
  expect(await read(owner, 'CONTACT', gone.id)).toEqual(['Very important']);
  expect(await owner.refusal(RENAME, rename(tag, 'Late'))).toMatchObject({ code: 'CONFLICT' });
  const stale = { id: made[0]?.id, input: { version: made[0]?.version, tags: ['VIP'] } };
  expect(
    await owner.refusal(
      'mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }',
      stale,
    ),
  ).toMatchObject({ code: 'CONFLICT' });

  const now = await tagNamed(owner, 'Very important');
  await owner.run(RENAME, rename(now, 'VERY IMPORTANT'));
  expect(await read(owner, 'CONTACT', gone.id)).toEqual(['VERY IMPORTANT']);
  const { version } = await tagNamed(owner, 'VERY IMPORTANT');
  const red = { id: now.id, input: { version, colour: 'RED' } };
  expect(await owner.run(RECOLOUR, red)).toEqual({ updateTag: { colour: 'RED', version: version + 1 } });
  expect(await owner.refusal(RECOLOUR, red)).toMatchObject({ code: 'CONFLICT' });
  expect(await tagsOf(owner, { filter: { colours: ['RED', 'BLUE'] } })).toMatchObject([{ name: 'VERY IMPORTANT' }]);
});

test('a tag that is renamed to the name of another one is to be merged, and merging leaves each thing one of them', async () => {
  const owner = testing.as(person('OWNER'));
  const both = await make(owner, 'CONTACT', ['Maíz', 'x', 'Corn', 'harina']);
  const one = await make(owner, 'NOTE', ['Corn']);
  const [corn, maize, flour] = await Promise.all(['Corn', 'Maíz', 'harina'].map((name) => tagNamed(owner, name)));
  const taken = rename(corn as Tag, 'MAÍZ');
  expect(await owner.refusal(RENAME, taken)).toMatchObject({ code: 'CONFLICT', reason: 'TAG_EXISTS' });
  await expect(owner.run(RENAME, taken)).rejects.toThrow(`"tagId":"${maize?.id}","name":"Maíz"`);
  const order = { into: maize?.id, others: [corn?.id, flour?.id, maize?.id] };
  expect(await owner.run(MERGE, order)).toEqual({
    mergeTags: { name: 'Maíz', counts: [{ count: 1 }, { count: 1 }, { count: 0 }, { count: 0 }] },
  });
  expect(await read(owner, 'CONTACT', both.id)).toEqual(['Maíz', 'x']);
  expect(await read(owner, 'NOTE', one.id)).toEqual(['Maíz']);
  expect(await found(owner, 'corn')).toEqual([]);
  expect((await tagsOf(owner)).map(({ name }) => name)).toEqual(['Maíz', 'x']);
  expect(await owner.refusal(MERGE, order)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(MERGE, { into: maize?.id, others: [maize?.id] })).toMatchObject({ reason: 'TOO_FEW' });
});

test('a merge of tags is taken back: each stands where it stood, and what has come since stays', async () => {
  const owner = testing.as(person('OWNER'));
  const rows = [['Corn', 'x'], ['Maíz', 'x', 'Corn'], ['x', 'flour', 'Corn'], ['Maíz']];
  const made: { kind: Kind; id: string }[] = [];
  for (const kind of kinds) for (const tags of rows) made.push({ kind, id: (await make(owner, kind, tags)).id });
  const all = () => Promise.all(made.map(({ kind, id }) => read(owner, kind, id)));
  const named = (name: string) => tagNamed(owner, name);
  const [corn, maize, flour] = [await named('Corn'), await named('Maíz'), await named('flour')];
  await owner.run(MERGE, { into: maize.id, others: [corn.id, flour.id] });
  const merged = [['Maíz', 'x'], ['Maíz', 'x'], ['x', 'Maíz'], ['Maíz']];
  expect(await all()).toEqual(kinds.flatMap(() => merged));
  const since = await make(owner, 'CONTACT', ['Maíz']);
  await owner.run(RENAME, rename(await named('Maíz'), 'Maize'));

  expect(await owner.run(RESTORE, { id: corn.id })).toEqual({ restoreTag: { id: corn.id, name: 'Corn' } });
  // In the third one it stands for flour, too, until that is back.
  const half = [['Corn', 'x'], ['Maize', 'x', 'Corn'], ['x', 'Maize', 'Corn'], ['Maize']];
  expect(await all()).toEqual(kinds.flatMap(() => half));
  await owner.run(RESTORE, { id: flour.id });
  const back = [['Corn', 'x'], ['Maize', 'x', 'Corn'], ['x', 'flour', 'Corn'], ['Maize']];
  expect(await all()).toEqual(kinds.flatMap(() => back));
  expect(await read(owner, 'CONTACT', since.id)).toEqual(['Maize']);
  expect(await found(owner, 'corn')).toHaveLength(3 * kinds.length);
  expect(await found(owner, 'maize')).toHaveLength(2 * kinds.length + 1);
  expect((await tagsOf(owner)).map(({ name }) => name)).toEqual(['Corn', 'flour', 'Maize', 'x']);
});

test('a removed tag is on nothing, and restored it is where it was, also if somebody has used its name since', async () => {
  const owner = testing.as(person('OWNER'));
  const made = await Promise.all(kinds.map((kind) => make(owner, kind, ['one', 'two', 'three'])));
  const { id } = await tagNamed(owner, 'two');
  const expectAll = async (tags: string[]) => {
    for (const [at, kind] of kinds.entries()) expect(await read(owner, kind, made[at]?.id ?? '')).toEqual(tags);
  };
  await owner.run(REMOVE, { id });
  await expectAll(['one', 'three']);
  expect(await found(owner, 'two')).toEqual([]);
  expect((await tagsOf(owner)).map(({ name }) => name)).toEqual(['one', 'three']);
  expect(await owner.refusal(REMOVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.run(RESTORE, { id })).toEqual({ restoreTag: { id, name: 'two' } });
  await expectAll(['one', 'two', 'three']);
  expect(await found(owner, 'two')).toHaveLength(kinds.length);
  expect(await owner.run(RESTORE, { id })).toEqual({ restoreTag: { id, name: 'two' } });

  await owner.run(REMOVE, { id });
  const later = await make(owner, 'CONTACT', ['TWO']);
  const { restoreTag } = await owner.run<{ restoreTag: { id: string } }>(RESTORE, { id });
  expect(restoreTag).toEqual({ id: (await tagNamed(owner, 'TWO')).id, name: 'TWO' });
  await expectAll(['one', 'TWO', 'three']);
  expect(await read(owner, 'CONTACT', later.id)).toEqual(['TWO']);
});

test('of two who rename at once one is refused, and what is written meanwhile carries no tag that is not there', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, 'CONTACT', ['start', 'other']);
  const [start, other] = [await tagNamed(owner, 'start'), await tagNamed(owner, 'other')];
  const outcomes = await Promise.allSettled([
    owner.run(RENAME, rename(start, 'same')),
    owner.run(RENAME, rename(other, 'SAME')),
    owner.run(RENAME, rename(start, 'elsewhere')),
    ...Array.from({ length: 5 }, () => make(owner, 'CONTACT', ['Start', 'New', 'other'])),
    ...Array.from({ length: 5 }, () => make(owner, 'NOTE', ['other', 'new', 'start'])),
  ]);
  expect(outcomes.slice(0, 3).filter(({ status }) => status === 'fulfilled')).not.toHaveLength(3);
  const names = (await tagsOf(owner)).map(({ name }) => name);
  expect(new Set(names.map(keyOfTag)).size).toBe(names.length);
  const carried = await testing.subgraph.work(({ em }) =>
    em.execute<{ name: string }[]>(
      'select unnest(tags) as name from crm.contact where tenant_id = ? union select unnest(tags) from crm.note where tenant_id = ?',
      [owner.viewer.tenantId, owner.viewer.tenantId],
    ),
  );
  expect(carried.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
});

test('what the staff have tagged is seen, renamed and heard by nobody of the tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const kept = await make(staff, 'CONTACT', ['at risk', 'VIP']);
  const [risk, vip] = [await tagNamed(staff, 'at risk'), await tagNamed(staff, 'VIP')];
  expect(await tagsOf(owner)).toEqual([]);
  const own = await make(owner, 'CONTACT', ['vip']);
  expect((await changes.next()).value?.data).toEqual({ tagChanged: { kind: 'CREATED', tag: { name: 'vip' } } });
  await changes.return?.();
  const mine = await tagNamed(owner, 'vip');
  for (const [query, variables] of [
    [RENAME, rename(risk, 'x')],
    [RECOLOUR, { id: risk.id, input: { version: 1, colour: 'RED' } }],
    [MERGE, { into: mine.id, others: [risk.id] }],
    [REMOVE, { id: risk.id }],
    [RESTORE, { id: risk.id }],
  ] as const)
    expect(await owner.refusal(query, variables)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await staff.refusal(MERGE, { into: mine.id, others: [vip.id] })).toMatchObject({ reason: 'DIFFERENT_BOOKS' });
  await staff.run(RENAME, rename(vip, 'whale'));
  expect([await read(staff, 'CONTACT', kept.id), await read(owner, 'CONTACT', own.id)]).toEqual([
    ['at risk', 'whale'],
    ['vip'],
  ]);
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(REMOVE, { id: mine.id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a tenant with ten thousand tags finds one by how it begins, and renames it on a thousand contacts', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  await testing.subgraph.work(async ({ em }) => {
    await em.execute(
      `insert into crm.tag (id, tenant_id, side, name, key, colour)
       select gen_random_uuid(), ?, 'TENANT', 'tag ' || n, 'tag ' || n, 'GREY' from generate_series(1, 10000) n`,
      [tenantId],
    );
    await em.execute(
      `insert into crm.contact (id, tenant_id, side, kind, name, tags)
       select gen_random_uuid(), ?, 'TENANT', 'PERSON', 'Ada', array['tag 1', 'tag ' || n] from generate_series(2, 1001) n`,
      [tenantId],
    );
  });
  const [tag] = await tagsOf(owner, { filter: { begins: 'TAG 1' }, first: 1 });
  expect(tag).toMatchObject({ name: 'tag 1', counts: [{ count: 1000 }, { count: 0 }, { count: 0 }, { count: 0 }] });
  expect(await tagsOf(owner, { filter: { begins: 'tag_1' } })).toEqual([]);
  await owner.run(RENAME, rename(tag as Tag, 'first'));
  expect((await tagNamed(owner, 'first')).counts[0]).toEqual({ kind: 'CONTACT', count: 1000 });
});

test('a list takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, 'CONTACT', ['one']);
  const statements = await testing.countSql(() => tagsOf(owner));
  await make(owner, 'CONTACT', ['two', 'three', 'four']);
  expect(await testing.countSql(() => tagsOf(owner))).toBe(statements);
  const [few, many] = [['one'], ['one', 'two', 'three', 'four']];
  const ofFew = await testing.countSql(() => make(owner, 'CONTACT', few));
  expect(await testing.countSql(() => make(owner, 'CONTACT', many))).toBe(ofFew);
});
