import { hostileLog } from '@mycelium/kit/hostile';
import { type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { tokenHash } from '@mycelium/kit/token';
import { Redis } from 'ioredis';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedAdmin, seedTenant } from '../seed.ts';
import { tenants } from '../subgraph.ts';

const PASSWORD = 'correct horse';
const LOGIN = /* GraphQL */ `
  mutation ($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      accessToken refreshToken expiresAt
      viewer { id kind role scopes user { name email memberships { role tenant { slug } } } tenant { slug } }
    }
  }
`;
const REFRESH =
  'mutation ($token: String!) { refreshSession(refreshToken: $token) { refreshToken accessToken viewer { tenant { slug } } } }';

let testing: TestSubgraph;
let nobody: TestViewer;
const ids = { reinas: uuidv7(), farolito: uuidv7() };

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  nobody = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  const base = { languages: ['es', 'en'], currency: 'USD', timeZone: 'America/Chicago', locations: [], boards: [] };
  await testing.subgraph.work(async (ctx) => {
    const reinas = { ...base, slug: 'las-reinas', name: 'Las Reinas', restaurant: { name: 'Las Reinas' } };
    const farolito = { ...base, slug: 'el-farolito', name: 'El Farolito', restaurant: { name: 'El Farolito' } };
    await seedTenant(
      ctx,
      { ...reinas, users: [{ email: 'owner@las-reinas.test', name: 'Lupita', role: 'OWNER' }] },
      new Map(),
      ids.reinas,
      PASSWORD,
    );
    await seedTenant(ctx, { ...farolito, users: [] }, new Map(), ids.farolito, PASSWORD);
    await seedAdmin(ctx, { email: 'admin@mycelium.test', name: 'Admin' }, PASSWORD);
  });
});
afterAll(() => testing.close());

interface Login {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
  viewer: { id: string; scopes: string[] };
}

async function logIn(email = 'owner@las-reinas.test'): Promise<Login> {
  return (await nobody.run<{ login: Login }>(LOGIN, { email, password: PASSWORD })).login;
}

test('a person logs in and is told who they are', async () => {
  const session = await logIn(' Owner@Las-Reinas.test ');
  expect(session.viewer).toMatchObject({
    kind: 'USER',
    role: 'OWNER',
    tenant: { slug: 'las-reinas' },
    user: { name: 'Lupita', memberships: [{ role: 'OWNER', tenant: { slug: 'las-reinas' } }] },
  });
  expect(session.viewer.scopes).toContain('menu:write');
});

test('the access token is signed by a key of the public set, and names tenant, role and session', async () => {
  const { accessToken, viewer, expiresAt } = await logIn();
  const gateway = testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
  const { signingKeys } = await gateway.run<{ signingKeys: string }>('{ signingKeys }');
  expect(signingKeys).not.toContain('"d"');
  const { payload } = await jwtVerify(accessToken, createLocalJWKSet(JSON.parse(signingKeys)), { issuer: 'mycelium' });
  expect(payload).toMatchObject({ sub: viewer.id, kind: 'user', tid: ids.reinas, role: 'OWNER' });
  expect((payload.exp ?? 0) * 1000).toBe(new Date(expiresAt).getTime());
});

test('only the gateway is told the keys and whom credentials belong to', async () => {
  expect(await nobody.refusal('{ signingKeys }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await nobody.refusal('{ credential(token: "x") { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a wrong password and an unknown address answer the same', async () => {
  const wrong = await nobody.refusal(LOGIN, { email: 'owner@las-reinas.test', password: 'no' });
  const unknown = await nobody.refusal(LOGIN, { email: 'nobody@las-reinas.test', password: PASSWORD });
  expect(wrong).toEqual(unknown);
  expect(wrong.code).toBe('UNAUTHENTICATED');
});

test('after five failures the sixth try is told to wait, even with the right password', async () => {
  const email = 'admin@mycelium.test';
  for (let count = 0; count < 5; count += 1) {
    expect(await nobody.refusal(LOGIN, { email, password: 'no' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  const { errors } = await nobody.ask(LOGIN, { email, password: PASSWORD });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
  const redis = new Redis(testing.redisUrl);
  await redis.flushall();
  redis.disconnect();
});

test('of many wrong passwords at once five are looked at, and the right one then waits too', async () => {
  const email = 'admin@mycelium.test';
  const codes = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const { errors } = await nobody.ask(LOGIN, { email, password: `no ${at}` });
      return errors?.[0]?.extensions?.code;
    }),
  );
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(35);
  expect(await nobody.refusal(LOGIN, { email, password: PASSWORD })).toMatchObject({ code: 'RATE_LIMITED' });
  const redis = new Redis(testing.redisUrl);
  await redis.flushall();
  redis.disconnect();
});

test('many good log-ins at once are all let in', async () => {
  const sessions = await Promise.all(Array.from({ length: 8 }, () => logIn()));
  expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(8);
});

/** Lets half a minute pass since a refresh token was used. */
const age = (refreshToken: string) =>
  testing.subgraph.work(({ em }) =>
    em.execute(`update tenants.refresh_token set used_at = used_at - interval '31 seconds' where hash = ?`, [
      tokenHash(refreshToken),
    ]),
  );

test('a refresh token that is used again after half a minute ends the whole session', async () => {
  const { refreshToken } = await logIn();
  const { refreshSession } = await nobody.run<{ refreshSession: Login }>(REFRESH, { token: refreshToken });
  expect(refreshSession.refreshToken).not.toBe(refreshToken);
  await age(refreshToken);
  const noted = () => hostileLog.counts().get('a refresh token that was used before') ?? 0;
  const before = noted();
  expect(await nobody.refusal(REFRESH, { token: refreshToken })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(noted()).toBe(before + 1);
  expect(await nobody.refusal(REFRESH, { token: refreshSession.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('a refresh whose answer was lost answers the same again, and the session goes on', async () => {
  const { refreshToken } = await logIn();
  const refresh = async (token: string) =>
    (await nobody.run<{ refreshSession: Login }>(REFRESH, { token })).refreshSession.refreshToken;
  const successor = await refresh(refreshToken);
  expect(await refresh(refreshToken)).toBe(successor);
  expect(await refresh(successor)).not.toBe(successor);
});

test('uses of one refresh token at the same moment all get the same successor', async () => {
  const { refreshToken } = await logIn();
  const answers = await Promise.all(
    [1, 2, 3].map(() => nobody.run<{ refreshSession: Login }>(REFRESH, { token: refreshToken })),
  );
  expect(new Set(answers.map(({ refreshSession }) => refreshSession.refreshToken)).size).toBe(1);
});

test('no successor lies in the database as it is', async () => {
  const { refreshToken } = await logIn();
  const { refreshSession } = await nobody.run<{ refreshSession: Login }>(REFRESH, { token: refreshToken });
  const rows = await testing.subgraph.work(({ em }) => em.execute('select * from tenants.refresh_token'));
  expect(JSON.stringify(rows)).not.toContain(refreshSession.refreshToken.slice('gg_refresh_'.length));
});

test('after a log-out the refresh token no longer works, and logging out again is no error', async () => {
  const { refreshToken } = await logIn();
  const LOGOUT = 'mutation ($token: String!) { logout(refreshToken: $token) }';
  expect(await nobody.run(LOGOUT, { token: refreshToken })).toEqual({ logout: true });
  expect(await nobody.run(LOGOUT, { token: refreshToken })).toEqual({ logout: true });
  expect(await nobody.refusal(REFRESH, { token: refreshToken })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('platform staff chooses any tenant; an owner only their own', async () => {
  const SWITCH = 'mutation ($id: ID!) { switchTenant(tenantId: $id) { viewer { role tenant { slug } } } }';
  const admin = (await logIn('admin@mycelium.test')).viewer;
  const asAdmin = testing.as({ kind: 'user', id: admin.id, role: 'ADMIN', scopes: admin.scopes });
  expect(await asAdmin.run(SWITCH, { id: ids.farolito })).toEqual({
    switchTenant: { viewer: { role: 'ADMIN', tenant: { slug: 'el-farolito' } } },
  });
  expect(await asAdmin.run('{ tenants { totalCount edges { node { slug } } } }')).toMatchObject({
    tenants: { totalCount: 2 },
  });

  const owner = (await logIn()).viewer;
  const asOwner = testing.as({ kind: 'user', id: owner.id, tenantId: ids.reinas, role: 'OWNER', scopes: owner.scopes });
  expect(await asOwner.refusal(SWITCH, { id: ids.farolito })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await asOwner.refusal('{ tenants { totalCount } }')).toMatchObject({ code: 'FORBIDDEN' });
});

test("another tenant's slug answers as if it did not exist", async () => {
  const owner = (await logIn()).viewer;
  const asOwner = testing.as({ kind: 'user', id: owner.id, tenantId: ids.reinas, role: 'OWNER', scopes: owner.scopes });
  expect(
    await asOwner.run(
      '{ own: tenantBySlug(slug: "las-reinas") { name }  other: tenantBySlug(slug: "el-farolito") { name } }',
    ),
  ).toEqual({
    own: { name: 'Las Reinas' },
    other: null,
  });
  expect(await nobody.run('{ viewer { id } }')).toEqual({ viewer: null });
});
