import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE = 'mutation ($input: CreateViewInput!) { createView(input: $input) { id version query } }';
const UPDATE = 'mutation ($id: ID!, $input: UpdateViewInput!) { updateView(id: $id, input: $input) { name version } }';
const REMOVE = 'mutation ($id: ID!) { removeView(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restoreView(id: $id) { name } }';
const LIST = `query ($t: ID!, $list: CrmList!) { _entities(representations: [{ __typename: "Tenant", id: $t }]) {
  ... on Tenant { crmViews(list: $list) { edges { node { id name query isShared isMine version } } } }
} }`;
const CHANGES = 'subscription ($t: ID!) { viewChanged(tenantId: $t) { kind view { name } } }';

interface View {
  id: string;
  name: string;
  query: string;
  isShared: boolean;
  isMine: boolean;
  version: number;
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Mexico_City').answer });
});
afterAll(() => testing.close());

const make = async (viewer: TestViewer, name: string, more: object = {}) => {
  const input = { list: 'CONTACTS', name, query: 'kind=PERSON', ...more };
  return (await viewer.run<{ createView: { id: string; version: number; query: string } }>(CREATE, { input }))
    .createView;
};
const viewsOf = async (viewer: TestViewer, list = 'CONTACTS') => {
  const { _entities } = await viewer.run<{ _entities: [{ crmViews: { edges: { node: View }[] } }] }>(LIST, {
    ...{ t: viewer.viewer.tenantId, list },
  });
  return _entities[0].crmViews.edges.map(({ node }) => node);
};
const namesOf = async (viewer: TestViewer, list?: string) => (await viewsOf(viewer, list)).map(({ name }) => name);

test('a view is kept, changed once per version, put before another one, removed and restored', async () => {
  const owner = testing.as(person('OWNER'));
  const people = await make(owner, ' People ', { query: '?kind=PERSON&columns=company,tags' });
  expect(people.query).toBe('kind=PERSON&columns=company%2Ctags');
  const all = await make(owner, 'All', { query: '' });
  await make(owner, 'Of notes', { list: 'NOTES' });
  expect(await namesOf(owner)).toEqual(['People', 'All']);
  const change = { id: all.id, input: { version: all.version, name: 'Everybody', before: people.id } };
  expect(await owner.run(UPDATE, change)).toEqual({ updateView: { name: 'Everybody', version: all.version + 1 } });
  expect(await namesOf(owner)).toEqual(['Everybody', 'People']);
  expect(await owner.refusal(UPDATE, change)).toMatchObject({ code: 'CONFLICT' });
  await owner.run(REMOVE, { id: people.id });
  expect(await namesOf(owner)).toEqual(['Everybody']);
  expect(await owner.refusal(REMOVE, { id: people.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.run(RESTORE, { id: people.id })).toEqual({ restoreView: { name: 'People' } });
  expect(await namesOf(owner)).toEqual(['Everybody', 'People']);
});

test('what is no name and what leads elsewhere is refused by its path', async () => {
  const owner = testing.as(person('OWNER'));
  const refusal = async (input: object) => {
    const { path, reason } = await owner.refusal(CREATE, {
      input: { list: 'CONTACTS', name: 'x', query: '', ...input },
    });
    return [path, reason];
  };
  expect(await refusal({ name: ' ' })).toEqual([['input', 'name'], 'MISSING']);
  expect(await refusal({ name: 'x'.repeat(61) })).toEqual([['input', 'name'], 'TOO_LONG']);
  expect(await refusal({ query: 'https://evil.test?a=b' })).toEqual([['input', 'query'], 'WRONG_FORM']);
  expect(await refusal({ query: `find=${'x'.repeat(2_000)}` })).toEqual([['input', 'query'], 'TOO_LONG']);
  expect(await refusal({ query: 'find=\0' })).toEqual([['input', 'query'], 'BROKEN_TEXT']);
});

test('a view of their own is seen, changed and heard by its author alone; a shared one by all', async () => {
  const owner = testing.as(person('OWNER'));
  const colleague = testing.as(person('MANAGER', owner.viewer.tenantId));
  const heard = await colleague.follow(CHANGES, { t: owner.viewer.tenantId });
  const next = async () => (await heard.next()).value?.data?.viewChanged;
  const own = await make(owner, 'Own');
  const shared = await make(owner, 'Shared', { isShared: true });
  expect(await next()).toEqual({ kind: 'CREATED', view: { name: 'Shared' } });
  expect(await viewsOf(colleague)).toMatchObject([{ name: 'Shared', isMine: false, isShared: true }]);
  for (const [query, variables] of [
    [UPDATE, { id: own.id, input: { version: own.version, name: 'x' } }],
    [UPDATE, { id: shared.id, input: { version: shared.version, before: own.id } }],
    [REMOVE, { id: own.id }],
    [RESTORE, { id: own.id }],
  ] as const)
    expect(await colleague.refusal(query, variables)).toMatchObject({ code: 'NOT_FOUND' });

  const { version } = shared;
  expect(await colleague.refusal(UPDATE, { id: shared.id, input: { version, isShared: false } })).toMatchObject({
    reason: 'NOT_AUTHOR',
  });
  await colleague.run(UPDATE, { id: shared.id, input: { version, name: 'Ours' } });
  expect(await next()).toEqual({ kind: 'UPDATED', view: { name: 'Ours' } });
  await owner.run(UPDATE, { id: shared.id, input: { version: version + 1, isShared: false } });
  expect(await next()).toEqual({ kind: 'REMOVED', view: null });
  expect(await namesOf(colleague)).toEqual([]);
  await owner.run(UPDATE, { id: own.id, input: { version: own.version, isShared: true } });
  expect(await next()).toEqual({ kind: 'UPDATED', view: { name: 'Own' } });
  await heard.return?.();
});

test('what the staff save is no view of the tenant, and nobody sees those of another tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const heard = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const { id, version } = await make(staff, 'At risk', { isShared: true });
  expect(await namesOf(owner)).toEqual([]);
  expect(await owner.refusal(UPDATE, { id, input: { version, name: 'x' } })).toMatchObject({ code: 'NOT_FOUND' });
  await staff.run(UPDATE, { id, input: { version, name: 'At great risk' } });
  const mine = await make(owner, 'Mine', { isShared: true });
  expect(await namesOf(staff)).toEqual(['At great risk', 'Mine']);
  expect((await heard.next()).value?.data?.viewChanged).toEqual({ kind: 'CREATED', view: { name: 'Mine' } });
  await heard.return?.();
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(REMOVE, { id: mine.id })).toMatchObject({ code: 'NOT_FOUND' });
  const auditor = testing.as(person('AUDITOR', owner.viewer.tenantId));
  expect(await namesOf(auditor)).toEqual(['Mine']);
  expect(await auditor.refusal(REMOVE, { id: mine.id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a view of the accounts of all tenants is there for the staff in whichever tenant they work, and for nobody else', async () => {
  const owner = testing.as(person('OWNER'));
  const here = testing.as(person('ADMIN', owner.viewer.tenantId));
  const there = testing.as(person('ADMIN', undefined, here.viewer.id));
  const colleague = testing.as(person('ADMIN'));
  const own = await make(here, 'Mine alone', { list: 'ACCOUNTS', query: 'stage=LIVE' });
  const shared = await make(here, 'Ours', { list: 'ACCOUNTS', isShared: true });
  expect(await namesOf(there, 'ACCOUNTS')).toEqual(['Mine alone', 'Ours']);
  expect(await namesOf(colleague, 'ACCOUNTS')).toEqual(['Ours']);
  await there.run(UPDATE, { id: own.id, input: { version: own.version, before: shared.id, name: 'Mine' } });
  await colleague.run(REMOVE, { id: shared.id });
  expect(await namesOf(here, 'ACCOUNTS')).toEqual(['Mine']);
  expect(await namesOf(owner, 'ACCOUNTS')).toEqual([]);
  expect(await owner.refusal(REMOVE, { id: own.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(CREATE, { input: { list: 'ACCOUNTS', name: 'x', query: '' } })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a view by a tag that is renamed or merged shows the same as before', async () => {
  const owner = testing.as(person('OWNER'));
  const colleague = testing.as(person('MANAGER', owner.viewer.tenantId));
  await owner.run('mutation { createContact(input: { name: "Ada", tags: ["VIP", "gold"] }) { id } }');
  await make(owner, 'Important', { query: 'tag=vip&kind=PERSON' });
  await make(colleague, 'Theirs', { query: 'tag=VIP' });
  await make(owner, 'Others', { query: 'tag=gone' });
  const tags = async () => {
    const { _entities } = await owner.run<{
      _entities: [{ crmTags: { edges: { node: { id: string; name: string } }[] } }];
    }>(
      'query ($t: ID!) { _entities(representations: [{ __typename: "Tenant", id: $t }]) { ... on Tenant { crmTags { edges { node { id name } } } } } }',
      { t: owner.viewer.tenantId },
    );
    return new Map(_entities[0].crmTags.edges.map(({ node }) => [node.name, node.id]));
  };
  const [vip, gold] = [(await tags()).get('VIP'), (await tags()).get('gold')];
  await owner.run('mutation ($id: ID!) { renameTag(id: $id, name: "Whale", version: 1) { id } }', { id: vip });
  expect((await viewsOf(owner)).map(({ query }) => query)).toEqual(['tag=Whale&kind=PERSON', 'tag=gone']);
  await owner.run('mutation ($into: ID!, $id: ID!) { mergeTags(intoId: $into, otherIds: [$id]) { id } }', {
    ...{ into: gold, id: vip },
  });
  expect((await viewsOf(owner)).map(({ query }) => query)).toEqual(['tag=gold&kind=PERSON', 'tag=gone']);
  expect((await viewsOf(colleague)).map(({ query }) => query)).toEqual(['tag=gold']);
  await make(owner, 'Gold', { query: 'tag=gold' });
  await owner.run('mutation ($id: ID!) { restoreTag(id: $id) { id } }', { id: vip });
  expect((await viewsOf(owner)).map(({ query }) => query)).toEqual([
    ...['tag=Whale&kind=PERSON', 'tag=gone', 'tag=gold'],
  ]);
  expect((await viewsOf(colleague)).map(({ query }) => query)).toEqual(['tag=Whale']);
});

test('a list has a hundred views at most, and takes the same statements whatever their number', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, '1');
  const statements = await testing.countSql(() => viewsOf(owner));
  for (let each = 2; each <= 100; each++) await make(owner, String(each));
  expect(await testing.countSql(() => viewsOf(owner))).toBe(statements);
  expect(await owner.refusal(CREATE, { input: { list: 'CONTACTS', name: 'x', query: '' } })).toMatchObject({
    reason: 'FULL',
  });
  await make(owner, 'of notes', { list: 'NOTES' });
  await make(testing.as(person('MANAGER', owner.viewer.tenantId)), 'theirs');
});
