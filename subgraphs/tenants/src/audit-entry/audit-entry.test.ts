import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { Audit } from '@mycelium/schema/audit';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seedTenant } from '../seed.ts';
import { tenants } from '../subgraph.ts';

interface Entry {
  id: string;
  action: string;
  kind: string;
  noun: string | null;
  nounId: string | null;
  actor: { kind: string; id: string; name: string | null };
  nounNames: { locale: string; text: string }[];
  changes: { field: string; before: string | null; after: string | null }[];
  address: string | null;
  correlationId: string;
}

const LOG = /* GraphQL */ `
  query ($t: ID!, $filter: AuditFilter! = {}, $first: Int! = 200, $after: String) {
    auditEntries(tenantId: $t, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id at action kind noun nounId nounNames { locale text } actor { kind id name } changes { field before after } address correlationId } }
    }
  }
`;
const CREATE = 'mutation ($name: String!) { createMenuBoard(input: { name: $name, sectionIds: [] }) { id version } }';
const UPDATE = 'mutation ($id: ID!, $input: UpdateMenuBoardInput!) { updateMenuBoard(id: $id, input: $input) { id } }';
const REMOVE = 'mutation ($id: ID!) { removeMenuBoard(id: $id) }';
const LOGIN =
  'mutation ($password: String!) { login(email: "ana@las-reinas.test", password: $password) { expiresAt } }';

let testing: TestSubgraph;
let owner: TestViewer;
const tenantId = uuidv7();
const asTenant = { t: tenantId };

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  const ana = { email: 'ana@las-reinas.test', name: 'Ana', role: 'OWNER' as const };
  await testing.subgraph.work((ctx) =>
    seedTenant(
      ctx,
      {
        slug: 'las-reinas',
        name: 'Las Reinas',
        languages: ['es'],
        currency: 'USD',
        timeZone: 'America/Chicago',
        restaurant: { name: 'Las Reinas' },
        locations: [],
        users: [ana],
        boards: [],
      },
      new Map(),
      tenantId,
      'a good password',
    ),
  );
  const rows = await testing.subgraph.work(({ em }) => em.execute<{ id: string }[]>('select id from tenants.user'));
  owner = testing.as(person('OWNER', tenantId, rows[0]?.id));
});
afterAll(() => testing.close());

async function entries(filter: Record<string, unknown> = {}, viewer = owner): Promise<Entry[]> {
  const { auditEntries } = await viewer.run<{ auditEntries: { edges: { node: Entry }[] } }>(LOG, {
    ...asTenant,
    filter,
  });
  return auditEntries.edges.map(({ node }) => node);
}

/** What the log says, once it says as much. */
async function logged(count: number, filter: Record<string, unknown>): Promise<Entry[]> {
  return vi.waitFor(async () => {
    const found = await entries(filter);
    expect(found).toHaveLength(count);
    return found;
  });
}

/** Another subgraph records something. */
async function told(audit: Audit): Promise<void> {
  await testing.subgraph.work(({ redis }) =>
    redis.multi().xadd(AUDIT_KEY, '*', 'audit', JSON.stringify(audit)).publish(AUDIT_KEY, '').exec(),
  );
}

async function createBoard(name: string): Promise<{ id: string; version: number }> {
  return (await owner.run<{ createMenuBoard: { id: string; version: number } }>(CREATE, { name })).createMenuBoard;
}

test('what is made, changed and removed is told with its fields before and after, newest first', async () => {
  const { id, version } = await createBoard('Tacos');
  await owner.run(UPDATE, { id, input: { version, name: 'Tacos y más' } });
  await owner.run(REMOVE, { id });
  const [removed, updated, created] = await logged(3, { id });
  expect(created).toMatchObject({ action: 'createMenuBoard', kind: 'CREATED', noun: 'MenuBoard', nounId: id });
  expect(created?.actor).toEqual({ kind: 'user', id: owner.viewer.id, name: 'Ana' });
  expect(created?.changes).toContainEqual({ field: 'name', before: null, after: '"Tacos"' });
  expect(created?.changes).toContainEqual({ field: 'languages', before: null, after: '["es"]' });
  expect(updated).toMatchObject({
    action: 'updateMenuBoard',
    kind: 'UPDATED',
    changes: [{ field: 'name', before: '"Tacos"', after: '"Tacos y más"' }],
    address: '127.0.0.1',
    correlationId: 'test',
  });
  expect(removed).toMatchObject({ action: 'removeMenuBoard', kind: 'REMOVED' });
  expect(removed?.changes).toContainEqual({ field: 'name', before: '"Tacos y más"', after: null });
});

test('a thing is called in the log as it was called then, also when it is gone', async () => {
  const { id, version } = await createBoard('Tacos');
  await owner.run(UPDATE, { id, input: { version, name: 'Tacos y más' } });
  await owner.run(REMOVE, { id });
  const found = await logged(3, { id });
  const names = ['Tacos y más', 'Tacos y más', 'Tacos'];
  expect(found.map(({ nounNames }) => nounNames)).toEqual(names.map((text) => [{ locale: 'und', text }]));
});

test('of a person the name is there too, and what has none is without', async () => {
  const { membersOf } = await testing.subgraph.work(async ({ em }) => ({
    membersOf: await em.execute<{ id: string }[]>('select id from tenants.membership where tenant_id = ?', [tenantId]),
  }));
  const memberId = membersOf[0]?.id ?? '';
  const call = { tenantId, action: 'x', actor: { kind: 'client', id: 'x' }, correlationId: 'c' };
  const record = (noun: string, nounId: string) => ({
    ...{ id: uuidv7(), kind: 'UPDATED' as const, noun, nounId, before: {}, after: {} },
  });
  const records = [record('Membership', memberId), record('User', owner.viewer.id), record('User', 'nobody')];
  await told({
    ...call,
    records: [...records, { ...record('MenuItem', memberId), name: { es: 'Taco', en: 'Taco!' } }],
  });
  const found = await logged(4, { action: 'x' });
  expect(found.map(({ nounNames }) => nounNames.map(({ locale, text }) => `${locale} ${text}`))).toEqual([
    ['en Taco!', 'es Taco'],
    [],
    ['und Ana'],
    ['und Ana'],
  ]);
});

test('what is refused leaves nothing behind', async () => {
  const { id } = await createBoard('Drinks');
  expect(await owner.refusal(UPDATE, { id, input: { version: 7, name: 'x' } })).toMatchObject({ code: 'CONFLICT' });
  await owner.run(REMOVE, { id });
  expect((await logged(2, { id })).map(({ kind }) => kind)).toEqual(['REMOVED', 'CREATED']);
});

test('a log-in is one entry of the person, and so is a wrong password; neither with the password', async () => {
  const nobody = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  expect(await nobody.refusal(LOGIN, { password: 'guess' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  await nobody.run(LOGIN, { password: 'a good password' });
  const found = await logged(2, { action: 'login' });
  expect(found.map(({ kind }) => kind).toSorted()).toEqual(['REFUSED', 'SUCCEEDED']);
  expect(found.find(({ kind }) => kind === 'REFUSED')).toMatchObject({
    actor: { kind: 'anonymous', id: '', name: null },
    noun: 'User',
    nounId: owner.viewer.id,
  });
  expect(found.find(({ kind }) => kind === 'SUCCEEDED')).toMatchObject({ actor: { kind: 'user', name: 'Ana' } });
  expect(JSON.stringify(found)).not.toContain('password');
});

test('the log is narrowed by actor, noun, action and time, and comes in pages', async () => {
  for (const name of ['a', 'b', 'c']) await createBoard(name);
  const made = await vi.waitFor(async () => {
    const found = await entries({ action: 'createMenuBoard', actor: owner.viewer.id, noun: 'MenuBoard' });
    // The last of them is there, and so are all others.
    expect(found[0]?.nounNames.map(({ text }) => text)).toEqual(['c']);
    return found;
  });
  expect(await entries({ actor: uuidv7() })).toEqual([]);
  expect(await entries({ to: '2026-11-01T00:00:00Z' })).toEqual([]);
  expect(
    (await entries({ from: new Date(Date.now() - 600_000).toISOString(), action: 'createMenuBoard' })).length,
  ).toBe(made.length);
  const first = await owner.run<{ auditEntries: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(LOG, {
    ...asTenant,
    filter: { action: 'createMenuBoard' },
    first: 2,
  });
  expect(first.auditEntries.pageInfo.hasNextPage).toBe(true);
  const second = await owner.run<{ auditEntries: { edges: { node: Entry }[] } }>(LOG, {
    ...asTenant,
    filter: { action: 'createMenuBoard' },
    first: 2,
    after: first.auditEntries.pageInfo.endCursor,
  });
  expect(second.auditEntries.edges.map(({ node }) => node.id)).toEqual(made.slice(2, 4).map(({ id }) => id));
});

test('it is narrowed by several actors, kinds and types of things at once', async () => {
  const call = { tenantId, action: 'many', correlationId: 'c' };
  const record = (kind: 'CREATED' | 'UPDATED' | 'REMOVED', noun: string, nounId: string) => ({
    ...{ id: uuidv7(), kind, noun, nounId, before: {}, after: {} },
  });
  const things = [record('CREATED', 'Taco', 'a'), record('UPDATED', 'Salsa', 'b'), record('REMOVED', 'Agua', 'c')];
  await told({ ...call, actor: { kind: 'client', id: 'one' }, records: things });
  await told({ ...call, actor: { kind: 'gateway', id: 'two' }, records: [record('UPDATED', 'Taco', 'd')] });
  const all = await logged(4, { action: 'many' });
  const idsBy = async (filter: object) =>
    (await entries({ action: 'many', ...filter })).map(({ nounId }) => nounId).toSorted();
  expect(await idsBy({ actors: ['one', 'nobody'] })).toEqual(['a', 'b', 'c']);
  expect(await idsBy({ actors: ['one', 'two'], nouns: ['Taco', 'Salsa'] })).toEqual(['a', 'b', 'd']);
  expect(await idsBy({ kinds: ['UPDATED', 'REMOVED'], isAutomatic: false })).toEqual(['b', 'c']);
  expect(await idsBy({ isAutomatic: true })).toEqual(['d']);
  expect(await idsBy({ isAutomatic: false })).toEqual(['a', 'b', 'c']);
  expect(await idsBy({ nouns: [] })).toEqual([]);
  expect(await entries({ entries: all.slice(1, 3).map(({ id }) => id) })).toEqual(all.slice(1, 3));
  expect(await owner.refusal(LOG, { ...asTenant, filter: { entries: ['7'] } })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  const many = Array.from({ length: 101 }, String);
  expect(await owner.refusal(LOG, { ...asTenant, filter: { actors: many } })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('many entries are read in as many statements as few', async () => {
  await logged(2, { action: 'login' });
  const few = await testing.countSql(() => owner.run(LOG, { ...asTenant, first: 1 }));
  expect(await testing.countSql(() => owner.run(LOG, { ...asTenant, first: 200 }))).toBe(few);
});

test('an auditor reads all of it, a manager that of the business, others nothing, and another tenant has its own', async () => {
  const ofAuditor = await entries({}, testing.as(person('AUDITOR', tenantId)));
  const ofManager = await entries({}, testing.as(person('MANAGER', tenantId)));
  expect(ofAuditor.map(({ id }) => id)).toEqual((await entries()).map(({ id }) => id));
  expect(new Set(ofAuditor.map(({ noun }) => noun))).toContain('User');
  const business = ofAuditor.filter(({ noun }) => noun === 'MenuBoard' || noun === 'MenuItem');
  expect(ofManager.map(({ id }) => id)).toEqual(business.map(({ id }) => id));
  const refusal = (viewer: TestViewer) => viewer.refusal(LOG, asTenant);
  for (const role of ['STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT'] as const) {
    expect(await refusal(testing.as(person(role, tenantId)))).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await refusal(testing.as(person('OWNER')))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a manager asks in vain for people, by whatever filter, and does not learn where anybody was', async () => {
  const { id } = await createBoard('Private');
  await logged(1, { id });
  const manager = testing.as(person('MANAGER', tenantId));
  const [login] = await entries({ action: 'login' });
  const filters = [{ nouns: ['User'] }, { noun: 'UserSession' }, { action: 'login' }, { entries: [login?.id] }];
  for (const filter of filters) expect(await entries(filter, manager)).toEqual([]);
  expect((await entries({ id })).map(({ address }) => address)).toEqual(['127.0.0.1']);
  expect((await entries({ id }, manager)).map(({ address }) => address)).toEqual([null]);
  const { auditExport } = await manager.ofTenant<{ auditExport: { csv: string } }>('auditExport { csv }');
  expect(auditExport.csv).toContain('createMenuBoard');
  expect(auditExport.csv).not.toMatch(/login|127\.0\.0\.1/);
});

test('a key reads the history of what it may see', async () => {
  const asClient = (scopes: string[]) => testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes });
  const nouns = async (scopes: string[]) => new Set((await entries({}, asClient(scopes))).map(({ noun }) => noun));
  expect(await nouns(['audit:read', 'menu:read'])).toEqual(new Set(['MenuItem']));
  expect(await nouns(['audit:read'])).toEqual(new Set());
  expect(await nouns(['audit:read', 'audit:all'])).toContain('User');
});

test('who looks at the log is told of what comes into it, of the business alone, and not of what the platform does', async () => {
  const FOLLOW =
    'subscription ($t: ID!) { auditRecorded(tenantId: $t) { cursor entries { noun nounId nounNames { text } } } }';
  const manager = await testing.as(person('MANAGER', tenantId)).follow(FOLLOW, asTenant);
  const all = await owner.follow(FOLLOW, asTenant);
  const call = { tenantId, action: 'live', correlationId: 'c' };
  const record = (noun: string, nounId: string) => ({
    ...{ id: uuidv7(), kind: 'CREATED' as const, noun, nounId, before: {}, after: {} },
  });
  const firsts = [manager.next(), all.next()];
  await told({ ...call, actor: { kind: 'gateway', id: 'system' }, records: [record('MenuItem', 'by itself')] });
  await logged(1, { id: 'by itself' });
  const refused = { ...record('Session', 'a wrong password'), kind: 'REFUSED' as const };
  await told({ ...call, actor: { kind: 'user', id: 'somebody' }, records: [refused] });
  await logged(1, { id: 'a wrong password' });
  await told({
    ...{ ...call, actor: { kind: 'client', id: 'x' } },
    records: [{ ...record('MenuItem', 'taco'), name: 'Taco' }, record('User', 'somebody')],
  });
  const events = await Promise.all(firsts);
  const idsOf = events.map(({ value }) => value.data.auditRecorded.entries.map(({ nounId }: Entry) => nounId));
  expect(idsOf).toEqual([['taco'], ['taco']]);
  await Promise.all([manager.return?.(), all.return?.()]);
});

test('it is exported as a table in which no name becomes a formula', async () => {
  const { id } = await createBoard('=1+1, "quoted"');
  await logged(1, { id });
  const { auditExport } = await owner.ofTenant<{ auditExport: { csv: string; hasNextPage: boolean } }>(
    'auditExport(filter: { id: $id }) { csv hasNextPage }',
    { id },
    '$id: ID!',
  );
  const [head, row, end] = auditExport.csv.split('\r\n');
  expect(head).toMatch(/^at,actorKind,actorId,actorName,action,kind/);
  expect(row).toContain(',createMenuBoard,CREATED,MenuBoard,');
  expect(row).toContain('=1+1, \\""quoted\\""');
  expect(end).toBe('');
  expect(auditExport.hasNextPage).toBe(false);
});

test('what another subgraph tells is kept as it was told', async () => {
  const [id, nounId] = [uuidv7(), uuidv7()];
  const record = { id, kind: 'UPDATED' as const, noun: 'MenuItem', nounId, before: { price: 1 }, after: { price: 2 } };
  const call = { tenantId, action: 'updateMenuItem', actor: { kind: 'client', id: 'x' }, correlationId: 'c' };
  const audit = JSON.stringify({ ...call, records: [record] });
  // Told twice, as by a relay that died in between.
  await testing.subgraph.work(({ redis }) =>
    redis.multi().xadd(AUDIT_KEY, '*', 'audit', audit).xadd(AUDIT_KEY, '*', 'audit', audit).exec(),
  );
  const [entry] = await logged(1, { id: nounId });
  expect(entry).toMatchObject({ id, changes: [{ field: 'price', before: '1', after: '2' }] });
});

test("PostgreSQL itself refuses the subgraph's own role every change of an entry, in every month", async () => {
  const month = `audit_entry_${new Date().toISOString().slice(0, 7).replace('-', '_')}`;
  const run = (sql: string) => testing.subgraph.work(({ em }) => em.execute(sql));
  for (const table of ['audit_entry', month]) {
    await expect(run(`update tenants.${table} set action = 'x'`)).rejects.toThrow('append-only');
    await expect(run(`delete from tenants.${table}`)).rejects.toThrow('append-only');
    await expect(run(`truncate tenants.${table}`)).rejects.toThrow('permission denied');
    await expect(run(`drop table tenants.${table}`)).rejects.toThrow('must be owner');
  }
});

test('the months to come have their partitions, and making them again changes nothing', async () => {
  const partitions = () =>
    testing.subgraph.work(async ({ em }) => {
      await em.execute('select tenants.make_audit_partitions()');
      return em.execute<{ count: string }[]>(
        "select count(*) from pg_inherits where inhparent = 'tenants.audit_entry'::regclass",
      );
    });
  const before = await partitions();
  expect(Number(before[0]?.count)).toBeGreaterThanOrEqual(4);
  expect(await partitions()).toEqual(before);
  const [row] = await testing.subgraph.work(({ em }) =>
    em.execute<{ id: string }[]>("select tenants.first_id_of('2026-11-21T04:00:00.123Z') as id"),
  );
  expect(row?.id).toBe(firstIdOf(new Date('2026-11-21T04:00:00.123Z')));
});
