import { publishToBus } from '@mycelium/bus/publish';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { raiseNotice } from '@mycelium/kit/notice';
import { makeEvent } from '@mycelium/kit/outbox';
import type { TestViewer } from '@mycelium/kit/testing';
import { displayScopes } from '@mycelium/schema/permissions';
import { noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, type LoggedIn, openHouse } from '../../test/house.ts';
import { forgetNotices } from './forget-notices.ts';
import { MOST_EMAILS, MOST_KEPT } from './keep-notices.ts';

const LIST = `query ($first: Int, $after: String) { viewer { unreadNotices notices(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id kind group path values readAt } }
} } }`;
const READ = 'mutation ($id: ID!) { readNotice(id: $id) { id readAt } }';
const READ_ALL = 'mutation { readAllNotices }';
const FOLLOW = `subscription ($t: ID!, $after: Cursor) { noticeReceived(tenantId: $t, after: $after) {
  cursor unreadNotices notice { id kind }
} }`;

interface Listed {
  viewer: {
    unreadNotices: number | null;
    notices: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: { id: string; kind: string; readAt: string | null; values: Record<string, unknown> } }[];
    } | null;
  };
}

let house: House;
let owner: TestViewer & LoggedIn;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.enter('owner@las-reinas.test');
});
afterAll(() => house.close());

const about = (userId: string, more: object = {}) => ({
  userId,
  ...{ kind: 'sync.failed', path: '/sync', values: { product: 'SMP' }, onceKey: uuidv7() },
  ...more,
});
const raise = (notice: ReturnType<typeof about>, tenantId = house.ids.reinas) =>
  house.testing.subgraph.work(async (ctx) => raiseNotice(ctx, notice, tenantId));
const listOf = async (viewer: TestViewer, first = 50, after?: string | null) =>
  (await viewer.run<Listed>(LIST, { first, after })).viewer;
const arrivesFor = (viewer: TestViewer, count: number) =>
  vi.waitFor(async () => expect((await listOf(viewer)).notices?.totalCount).toBe(count), 15_000);

/** Somebody who was notified of nothing yet. */
async function newcomer(): Promise<TestViewer & { viewer: { id: string }; email: string }> {
  const email = `${uuidv7()}@example.test`;
  await owner.run('mutation ($e: String!) { inviteMember(input: { email: $e, role: MANAGER }) { id } }', { e: email });
  const token = /#(\S+)/.exec((await house.mailbox.next(email)).text)?.[1];
  const { acceptInvitation } = await house.nobody.run<{ acceptInvitation: LoggedIn }>(
    'mutation ($t: String!) { acceptInvitation(token: $t, name: "Ada", password: "gently down the stream") { accessToken refreshToken } }',
    { t: token },
  );
  await house.forgetLimits();
  return { ...house.bearer(acceptInvitation), email };
}

test('what a subgraph raises is kept once for the person and the key, also when it is told many times at once', async () => {
  const ada = await newcomer();
  const notice = about(ada.viewer.id, { values: { product: 'SMP', items: 3 } });
  await Promise.all(Array.from({ length: 5 }, () => raise(notice)));
  await raise(about(ada.viewer.id, { kind: 'kitchen.on_fire', path: '/menu' }));
  await arrivesFor(ada, 2);
  const { notices, unreadNotices } = await listOf(ada);
  expect(unreadNotices).toBe(2);
  expect(notices?.edges.map(({ node }) => node).find(({ kind }) => kind === 'sync.failed')).toMatchObject({
    ...{ group: 'SYNC', path: '/sync', values: { product: 'SMP', items: 3 }, readAt: null },
  });
  // An e-mail comes with what its group says, once: in the language of the tenant, since Ada has said none.
  expect((await house.mailbox.next(ada.email)).subject).toBe('Las Reinas: Falló la sincronización con SMP');
  await vi.waitFor(() => expect(house.mailbox.emailsTo(ada.email)).toHaveLength(2));
});

test('told while the database is away, and delivered once more after that, it is kept once, and so is its e-mail', async () => {
  const ada = await newcomer();
  const redis = new Redis(house.testing.redisUrl);
  const call = { viewer: { kind: 'gateway' as const, id: 'system', scopes: [] }, correlationId: 'test' };
  const event = makeEvent(noticeRaised, about(ada.viewer.id), { feed: house.ids.reinas, call });
  const deliver = (id = event.id) => publishToBus(redis, [{ event: { ...event, id }, targets: ['wrapper'] }]);
  try {
    await house.testing.setDatabaseAway(true);
    await deliver();
    await house.testing.setDatabaseAway(false);
    await arrivesFor(ada, 1);
    await deliver(uuidv7());
    await raise(about(ada.viewer.id, { kind: 'kitchen.on_fire' }));
    await arrivesFor(ada, 2);
  } finally {
    await house.testing.setDatabaseAway(false);
    redis.disconnect();
  }
  expect((await house.mailbox.next(ada.email)).subject).toContain('SMP');
  expect(house.mailbox.emailsTo(ada.email)).toHaveLength(2);
}, 20_000);

test('it is paged newest first, and read one by one or all at once; what is read stays so', async () => {
  const ada = await newcomer();
  for (let n = 0; n < 3; n += 1) await raise(about(ada.viewer.id, { values: { n } }));
  await arrivesFor(ada, 3);
  const first = await listOf(ada, 2);
  const second = await listOf(ada, 2, first.notices?.pageInfo.endCursor);
  expect([first, second].map(({ notices }) => notices?.pageInfo.hasNextPage)).toEqual([true, false]);
  const ids = [first, second].flatMap(({ notices }) => notices?.edges.map(({ node }) => node.id) ?? []);
  expect(new Set(ids).size).toBe(3);
  expect(ids).toEqual(ids.toSorted().toReversed());

  const [id] = ids;
  const answers = await Promise.all([ada.run<{ readNotice: { readAt: string } }>(READ, { id }), ada.ask(READ, { id })]);
  expect((await listOf(ada)).unreadNotices).toBe(2);
  expect((await ada.run(READ, { id })).readNotice).toEqual(answers[0].readNotice);
  expect(await ada.run(READ_ALL)).toEqual({ readAllNotices: 2 });
  expect(await ada.run(READ_ALL)).toEqual({ readAllNotices: 0 });
  expect((await listOf(ada)).unreadNotices).toBe(0);
});

test('it is told live with how many are unread, also when it is read elsewhere, and from a cursor', async () => {
  const ada = await newcomer();
  const t = house.ids.reinas;
  const changes = await ada.follow(FOLLOW, { t });
  const next = async () => (await changes.next()).value?.data?.noticeReceived;
  await raise(about(ada.viewer.id));
  const came = await next();
  expect(came).toMatchObject({ unreadNotices: 1, notice: { kind: 'sync.failed' } });
  await ada.run(READ, { id: came.notice.id });
  expect(await next()).toMatchObject({ unreadNotices: 0, notice: null });
  await changes.return?.();
  const again = await ada.follow(FOLLOW, { t, after: came.cursor });
  expect((await again.next()).value?.data?.noticeReceived).toMatchObject({ unreadNotices: 0, notice: null });
  await again.return?.();
});

test('nobody else reads it or hears of it: no colleague, nobody elsewhere, no key, no screen', async () => {
  const [ada, bea] = [await newcomer(), await newcomer()];
  const t = house.ids.reinas;
  const heard = await bea.follow(FOLLOW, { t });
  await raise(about(ada.viewer.id));
  await arrivesFor(ada, 1);
  const id = (await listOf(ada)).notices?.edges[0]?.node.id;
  const stranger = await house.enter('owner@el-farolito.test');
  for (const other of [bea, owner, stranger]) {
    expect(await other.refusal(READ, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await listOf(other)).notices?.edges.map(({ node }) => node.id)).not.toContain(id);
  }
  await bea.run(READ_ALL);
  expect((await listOf(ada)).unreadNotices).toBe(1);
  await expect(stranger.follow(FOLLOW, { t })).rejects.toThrow('NOT_FOUND');

  const key = house.testing.as({ kind: 'client', id: uuidv7(), tenantId: t, scopes: owner.viewer.scopes });
  const screen = house.testing.as({ kind: 'display', id: uuidv7(), tenantId: t, scopes: [...displayScopes] });
  for (const machine of [key, screen]) {
    expect(await listOf(machine)).toEqual({ unreadNotices: null, notices: null });
    expect(await machine.refusal(READ, { id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await machine.refusal(READ_ALL)).toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(machine.follow(FOLLOW, { t })).rejects.toThrow('UNAUTHENTICATED');
  }
  // What Bea hears first is her own.
  await raise(about(bea.viewer.id, { kind: 'api_key.expiring' }));
  expect((await heard.next()).value?.data?.noticeReceived).toMatchObject({ notice: { kind: 'api_key.expiring' } });
  await heard.return?.();
});

test('what nobody here can be told, or leads elsewhere, is set aside and holds up nothing', async () => {
  const ada = await newcomer();
  const stranger = await house.enter('owner@el-farolito.test');
  const bad = [
    about(uuidv7()),
    about('somebody'),
    about(stranger.viewer.id),
    about(ada.viewer.id, { path: '//evil.example' }),
    about(ada.viewer.id, { path: 'javascript:alert(1)' }),
    about(ada.viewer.id, { kind: 'something odd' }),
    about(ada.viewer.id, { onceKey: '' }),
  ];
  for (const notice of bad) await raise(notice);
  await raise(about(ada.viewer.id, { values: { name: 'a\0b\ud800', long: 'x'.repeat(2_000) } }));
  await arrivesFor(ada, 1);
  const aside = await house.testing.subgraph.work(({ redis }) => redis.xrange('mycelium:aside', '-', '+'));
  const entries = aside.map(([, fields]) => fields.join(' ')).filter((text) => text.includes('notice.raised'));
  await vi.waitFor(() => expect(entries).toHaveLength(bad.length));
  for (const entry of entries) expect(entry).toContain(house.ids.reinas);
  expect((await listOf(stranger)).notices?.totalCount).toBe(0);
});

test('of each person the newest 500 are kept, none longer than 90 days, and only the first of an hour come as e-mails', async () => {
  const ada = await newcomer();
  const [tenantId, userId] = [house.ids.reinas, ada.viewer.id];
  await house.testing.subgraph.work(({ em }) =>
    em.execute(
      `insert into tenants.notice (id, tenant_id, user_id, kind, path, "values", once_key)
       select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - 100000 + n), 12, '0') || '00007000' || lpad(n::text, 12, '0'))::uuid,
         ?, ?, 'sync.failed', '/sync', '{}', 'old ' || n from generate_series(1, ?) as n`,
      [tenantId, userId, MOST_KEPT],
    ),
  );
  const before = house.mailbox.emailsTo(ada.email).length;
  await raise(about(userId, { kind: 'api_key.expiring' }));
  await vi.waitFor(async () => expect((await listOf(ada, 1)).notices?.edges[0]?.node.kind).toBe('api_key.expiring'));
  expect((await listOf(ada)).notices?.totalCount).toBe(MOST_KEPT);
  expect(MOST_KEPT).toBeGreaterThan(MOST_EMAILS);
  expect(house.mailbox.emailsTo(ada.email)).toHaveLength(before);

  await house.testing.subgraph.work(({ em }) =>
    em.execute(
      'update tenants.notice set id = ? where id = (select min(id::text)::uuid from tenants.notice where user_id = ?)',
      [firstIdOf(new Date(Date.now() - 91 * 24 * 60 * 60 * 1000)), userId],
    ),
  );
  await house.testing.subgraph.work(forgetNotices);
  expect((await listOf(ada)).notices?.totalCount).toBe(MOST_KEPT - 1);
});

test('who leaves takes what they were told with them', async () => {
  const ada = await newcomer();
  await raise(about(ada.viewer.id));
  await arrivesFor(ada, 1);
  const { id = '' } = await house.testing.subgraph.work(async ({ em }) => {
    const rows = await em.execute<{ id: string }[]>('select id from tenants.membership where user_id = ?', [
      ada.viewer.id,
    ]);
    return { id: rows[0]?.id };
  });
  await owner.run('mutation ($id: ID!) { removeMember(id: $id) }', { id });
  expect((await listOf(ada)).notices?.totalCount).toBe(0);
});
