import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Customer, tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';
import { assess as judgeAccounts } from './assess.ts';

const ACCOUNT = `{ id tenantId name slug stage ownerId health version openCount overdueCount lastContactAt checkedAt
  reasons { code weight name count days since path asOf } nextStep { title } }`;
const LIST = `query ($filter: AccountFilter, $sort: AccountSort! = HEALTH, $first: Int! = 200, $after: String) {
  accounts(filter: $filter, sort: $sort, first: $first, after: $after) { totalCount edges { node ${ACCOUNT} } pageInfo { endCursor hasNextPage } }
}`;
const UPDATE = `mutation ($id: ID!, $input: UpdateAccountInput!) { updateAccount(id: $id, input: $input) ${ACCOUNT} }`;
const NOTE = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }';
const ACTIVITY = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }';
const FOLLOW =
  'subscription ($after: Cursor) { accountChanged(after: $after) { accountId account { health lastContactAt } } }';
const ASSESS = 'mutation { assessAccounts }';

interface Account {
  id: string;
  tenantId: string;
  name: string;
  stage: string;
  ownerId: string | null;
  health: number;
  version: number;
  checkedAt: string;
  lastContactAt: string | null;
  reasons: { code: string; path: string; asOf: string }[];
}

const others = tenantsIn('America/Chicago');
let testing: TestSubgraph;
let staff: TestViewer;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: others.answer });
  staff = testing.as({ ...person('ADMIN'), tenantId: undefined });
});
afterAll(() => testing.close());

/** A tenant that is a customer since now, and a person of the staff who works in it. */
function customer(name: string, { daysAgo = 0 } = {}): Customer & { admin: TestViewer } {
  const id = uuidv7();
  const createdAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const one = { id, name, slug: `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${id.slice(-6)}`, createdAt };
  others.customers.push(one);
  return { ...one, admin: testing.as(person('ADMIN', id)) };
}

async function list(variables: object = {}, viewer = staff): Promise<Account[]> {
  const { accounts } = await viewer.run<{ accounts: { edges: { node: Account }[] } }>(LIST, { ...variables });
  return accounts.edges.map(({ node }) => node);
}

async function accountOf(tenantId: string): Promise<Account | undefined> {
  return (await list()).find((account) => account.tenantId === tenantId);
}

/** Has all looked at, and waits until that is done. */
async function assess(tenantId: string): Promise<Account> {
  const before = (await accountOf(tenantId))?.checkedAt ?? '';
  await staff.run(ASSESS);
  return vi.waitFor(async () => {
    const account = await accountOf(tenantId);
    if (!account?.checkedAt || account.checkedAt === before) throw new Error('not yet');
    return account;
  });
}

test('each tenant has an account by itself, under the name that it has now', async () => {
  const one = customer('La Nueva');
  expect(await assess(one.id)).toMatchObject({
    name: 'La Nueva',
    stage: 'ONBOARDING',
    health: 100,
    reasons: [],
    ownerId: null,
  });
  const known = others.customers.find(({ id }) => id === one.id);
  Object.assign(known ?? {}, { name: 'La Renovada' });
  await staff.run(ASSESS);
  await vi.waitFor(async () => expect(await accountOf(one.id)).toMatchObject({ name: 'La Renovada', health: 100 }));
});

test('health goes by what the other subgraphs say; of one that does not answer what it said before stays', async () => {
  const { id } = customer('Los Fallos');
  const since = new Date(Date.now() - 3 * 86_400_000);
  const failing = { tenantId: id, code: 'SYNC_FAILING', name: 'SMP', since, count: 4, path: '/sync/7' };
  others.signs.set('tenants', [failing]);
  others.signs.set('events', [
    { tenantId: id, code: 'EVENTS_FAILED', count: 2, path: '/events/failed' },
    { tenantId: id, code: 'FROM_TOMORROW', path: '/' },
  ]);
  const first = await assess(id);
  expect(first).toMatchObject({
    health: 59,
    reasons: [
      { code: 'SYNC_FAILING', name: 'SMP', days: 3, weight: 35, path: '/sync/7' },
      { code: 'EVENTS_FAILED', count: 2, weight: 6 },
    ],
  });
  others.signs.set('tenants', 'away');
  others.signs.set('events', []);
  const then = await assess(id);
  expect(then).toMatchObject({ health: 65, reasons: [{ code: 'SYNC_FAILING', asOf: first.reasons[0]?.asOf }] });
  others.signs.set('tenants', []);
  expect(await assess(id)).toMatchObject({ health: 100, reasons: [] });
});

test('what the staff write down and do is the last contact and the next step; of what a tenant keeps itself nothing is', async () => {
  const { id, admin } = customer('El Silencio', { daysAgo: 45 });
  expect(await assess(id)).toMatchObject({
    health: 90,
    lastContactAt: null,
    reasons: [{ code: 'NO_CONTACT', days: 45 }],
  });
  const subject = { kind: 'TENANT', id };
  const owner = testing.as(person('OWNER', id));
  await owner.run(NOTE, { input: { subject, content: 'The oven is new.' } });
  await owner.run(ACTIVITY, {
    input: { subject, type: 'TASK', title: 'Clean the oven', dueOn: '2026-01-01', confirmPast: true },
  });
  expect(await accountOf(id)).toMatchObject({ lastContactAt: null, openCount: 0, nextStep: null });
  await admin.run(NOTE, { input: { subject, content: 'They are happy with the screens.' } });
  expect(await accountOf(id)).toMatchObject({ health: 100, reasons: [], lastContactAt: expect.any(String) });
  await admin.run(ACTIVITY, { input: { subject, type: 'CALL', title: 'Ask about the second kitchen' } });
  await admin.run(ACTIVITY, {
    input: { subject, type: 'CALL', title: 'Call back', dueOn: '2026-01-01', confirmPast: true },
  });
  expect(await accountOf(id)).toMatchObject({
    ...{ health: 95, openCount: 2, overdueCount: 1, nextStep: { title: 'Call back' } },
    reasons: [{ code: 'ACTIVITIES_OVERDUE', count: 1 }],
  });
  const { account } = await admin.ofTenant<{ account: object }>(`account { notes { edges { node { content } } }
    activities(open: true) { edges { node { title } } } timeline { edges { node { kind side } } } trend { date health } }`);
  expect(account).toMatchObject({
    notes: { edges: [{ node: { content: 'They are happy with the screens.' } }] },
    activities: { edges: [{ node: { title: 'Call back' } }, { node: { title: 'Ask about the second kitchen' } }] },
    trend: [{ date: new Date().toISOString().slice(0, 10), health: 95 }],
  });
});

test('it is put into another stage and given to somebody of the staff, by its version, and the timeline says so', async () => {
  const { id, admin } = customer('La Mudanza');
  const colleague = uuidv7();
  others.staff.push({ id: colleague });
  const { id: accountId, version } = await assess(id);
  const change = (input: object) => staff.run<{ updateAccount: Account }>(UPDATE, { id: accountId, input });
  const { updateAccount } = await change({ version, stage: 'AT_RISK' });
  expect(updateAccount).toMatchObject({ stage: 'AT_RISK', version: version + 1 });
  const stale = { id: accountId, input: { version, stage: 'LEFT' } };
  expect(await staff.refusal(UPDATE, stale)).toMatchObject({ code: 'CONFLICT' });
  const given = await change({ version: version + 1, ownerId: colleague });
  expect(given.updateAccount).toMatchObject({ ownerId: colleague, stage: 'AT_RISK' });
  const again = await change({ version: version + 2, ownerId: colleague });
  expect(again.updateAccount.version).toBe(version + 2);
  for (const ownerId of [uuidv7(), person('OWNER', id).id])
    expect(await staff.refusal(UPDATE, { id: accountId, input: { version: version + 2, ownerId } })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', reason: 'MAY_NOT_READ' },
    });
  const { account } = await admin.ofTenant<{ account: object }>(
    'account { timeline { edges { node { kind facts } } } }',
  );
  expect(account).toEqual({
    timeline: {
      edges: [
        { node: { kind: 'ACCOUNT_GIVEN', facts: { ownerId: colleague } } },
        {
          node: { kind: 'ACCOUNT_STAGE_CHANGED', facts: { accountStageBefore: 'ONBOARDING', accountStage: 'AT_RISK' } },
        },
      ],
    },
  });
});

test('nobody of the tenant sees its account: not its row, not its timeline, not that it changed', async () => {
  const { id, admin } = customer('La Curiosa');
  const { id: accountId, version } = await assess(id);
  await admin.run(UPDATE, { id: accountId, input: { version, stage: 'LEAVING' } });
  const owner = testing.as(person('OWNER', id));
  expect(await owner.ofTenant('account { health } timeline { edges { node { kind } } }')).toEqual({
    ...{ account: null, timeline: { edges: [] } },
  });
  expect(await admin.ofTenant('account { stage }')).toEqual({ account: { stage: 'LEAVING' } });
  for (const query of [LIST, `{ account(id: "${accountId}") { id } }`, ASSESS])
    expect(await owner.refusal(query)).toMatchObject({ code: 'FORBIDDEN' });
  const input = { version: version + 1, stage: 'ACTIVE' };
  expect(await owner.refusal(UPDATE, { id: accountId, input })).toMatchObject({ code: 'FORBIDDEN' });
  await expect(owner.follow('subscription { accountChanged { accountId } }')).rejects.toThrow('FORBIDDEN');
});

test('the staff hear of every account as it changes, whichever tenant they work in', async () => {
  const one = customer('La Viva');
  const { id: accountId } = await assess(one.id);
  const elsewhere = testing.as(person('ADMIN'));
  // The feed of a tenant may go on long after the last account has changed.
  const changes = await elsewhere.follow(FOLLOW, { after: `${Date.now()}-0` });
  const next = changes.next();
  await one.admin.run(NOTE, { input: { subject: { kind: 'TENANT', id: one.id }, content: 'Heard them.' } });
  // What was said when it was made may come first.
  let { accountChanged } = (await next).value.data;
  while (!accountChanged.account.lastContactAt) ({ accountChanged } = (await changes.next()).value.data);
  expect(accountChanged).toEqual({ accountId, account: { health: 100, lastContactAt: expect.any(String) } });
  await changes.return?.();
  await expect(elsewhere.follow(FOLLOW, { after: 'nowhere' })).rejects.toThrow('BAD_USER_INPUT');
});

test('the list is narrowed and ordered, page by page, in as many statements for many as for few', async () => {
  const [a, b, c] = [customer('Zeta 50%'), customer('Zeta 50_'), customer('Zeta Álamo', { daysAgo: 40 })];
  others.signs.set('restaurant', [{ tenantId: b.id, code: 'MENU_SOLD_OUT', count: 3, path: '/menu' }]);
  await assess(c.id);
  const names = async (variables: object) => (await list(variables)).map(({ name }) => name);
  const mine = { text: 'zeta' };
  expect(await names({ filter: mine })).toEqual([b.name, c.name, a.name]);
  expect(await names({ filter: mine, sort: 'NAME' })).toEqual([a.name, b.name, c.name].sort());
  expect(await names({ filter: { text: '50%' } })).toEqual([a.name]);
  expect(await names({ filter: { ...mine, reason: 'MENU_SOLD_OUT' } })).toEqual([b.name]);
  expect(await names({ filter: { ...mine, healthBelow: 91 } })).toEqual([b.name, c.name]);
  expect(await names({ filter: { ...mine, stages: ['LEFT'] } })).toEqual([]);
  expect(await names({ filter: { ...mine, isOwned: true } })).toEqual([]);
  expect(await names({ filter: { ...mine, owner: 'nobody' } })).toEqual([]);
  const page = async (after?: string) =>
    (
      await staff.run<{ accounts: { edges: { node: Account }[]; pageInfo: { endCursor: string } } }>(LIST, {
        filter: mine,
        first: 2,
        after,
      })
    ).accounts;
  const { pageInfo, edges } = await page();
  const rest = await page(pageInfo.endCursor);
  expect([...edges, ...rest.edges].map(({ node }) => node.name)).toEqual([b.name, c.name, a.name]);
  const few = await testing.countSql(() => list({ filter: { text: 'El Silencio' } }));
  expect(await testing.countSql(() => list({ first: 200 }))).toBe(few);
});

test('many are judged in as many statements as few, and who has not changed is not announced', async () => {
  const ids = [customer('Uno').id, customer('Dos').id, customer('Tres').id];
  await assess(String(ids[2]));
  const judge = (tenantIds: readonly string[]) =>
    testing.countSql(() => testing.subgraph.work((ctx) => judgeAccounts(ctx, tenantIds)));
  expect(await judge(ids)).toBe(await judge(ids.slice(0, 1)));
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute<{ count: string }[]>('select count(*) from crm.outbox'),
  );
  expect(rows).toEqual([{ count: '0' }]);
});
