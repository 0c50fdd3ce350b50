import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }';

let network: TestNetwork;
let other: { url: string; close(): Promise<void> };
beforeAll(async () => {
  network = await inOneProcess();
  other = await network.anotherGateway({});
}, 60_000);
afterAll(async () => {
  await other?.close();
  await network?.close();
});

async function logIn(email = 'owner@las-reinas.test'): Promise<Tokens> {
  const { login } = await new TestClient(network.url).run<{ login: Tokens }>(
    'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken refreshToken } }',
    { email },
  );
  return login;
}

const statusOf = async (url: string, token: string) =>
  (await new TestClient(url, token).ask('{ viewer { id } }')).status;

/** Lets time pass since the refresh tokens were used. */
async function letPass(time: string): Promise<void> {
  const database = new Client({ connectionString: network.postgres.url });
  await database.connect();
  await database.query('update tenants.refresh_token set used_at = used_at - $1::interval', [time]);
  await database.end();
}

/** Both gateways hear of it over Redis, each in its own moment. */
const untilRefused = (token: string) =>
  vi.waitFor(async () => {
    for (const { url } of [network, other]) expect(await statusOf(url, token)).toBe(401);
  });

test('a refresh token that is used again later, at another gateway, ends the session at both', async () => {
  const first = await logIn();
  const { refreshSession } = await new TestClient(network.url).run<{ refreshSession: Tokens }>(REFRESH, {
    token: first.refreshToken,
  });
  for (const { url } of [network, other]) expect(await statusOf(url, refreshSession.accessToken)).toBe(200);
  const lost = await new TestClient(other.url).run<{ refreshSession: Tokens }>(REFRESH, { token: first.refreshToken });
  expect(lost.refreshSession.refreshToken).toBe(refreshSession.refreshToken);
  await letPass('31 seconds');
  const stolen = await new TestClient(other.url).ask(REFRESH, { token: first.refreshToken });
  expect(stolen.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await untilRefused(refreshSession.accessToken);
  expect((await new TestClient(network.url).ask(REFRESH, { token: refreshSession.refreshToken })).errors).toMatchObject(
    [{ extensions: { code: 'UNAUTHENTICATED' } }],
  );
});

test('a person sees the device a session came with, and ends it everywhere', async () => {
  const [lost, here] = [await logIn(), await logIn()];
  const person = new TestClient(network.url, here.accessToken);
  const { viewer } = await person.run<{
    viewer: { sessions: { edges: { node: { id: string; device: string; isCurrent: boolean } }[] } };
  }>('{ viewer { sessions { edges { node { id device isCurrent } } } } }');
  const [current, before] = viewer.sessions.edges.map(({ node }) => node);
  expect(current).toMatchObject({ isCurrent: true, device: expect.any(String) });
  await person.run('mutation ($id: ID!) { revokeSession(id: $id) { id } }', { id: before?.id });
  await untilRefused(lost.accessToken);
  expect(await statusOf(other.url, here.accessToken)).toBe(200);
});

test('tokens verify with what /.well-known/jwks.json publishes; forged and expired ones are refused', async () => {
  const { accessToken } = await logIn();
  const keys = createRemoteJWKSet(new URL(`${network.url}/.well-known/jwks.json`));
  const { payload, protectedHeader } = await jwtVerify(accessToken, keys, { issuer: 'mycelium' });
  const forger = await generateKeyPair('EdDSA', { extractable: true });
  const sign = (kid: string | undefined, expires: string) =>
    new SignJWT({ ...payload, exp: undefined })
      .setProtectedHeader({ alg: 'EdDSA', kid, jwk: undefined })
      .setExpirationTime(expires)
      .sign(forger.privateKey);
  const { x } = await exportJWK(forger.publicKey);
  const [head, body, signature] = accessToken.split('.');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  const forged = [
    await sign(protectedHeader.kid, '10m'),
    await sign(x, '10m'),
    await sign(protectedHeader.kid, '-1m'),
    `${unsigned}.${body}.`,
    `${head}.${Buffer.from(JSON.stringify({ ...payload, role: 'ADMIN' })).toString('base64url')}.${signature}`,
  ];
  for (const token of forged) expect(await statusOf(network.url, token)).toBe(401);
});

test('when platform staff replaces the signing keys no earlier token is good, and a refresh token gives a new one', async () => {
  const [owner, admin] = [await logIn(), await logIn('admin@mycelium.test')];
  for (const { url } of [network, other]) expect(await statusOf(url, owner.accessToken)).toBe(200);
  const [connected, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<{ code: number }>()];
  const socket = new TestClient(other.url, owner.accessToken).socket({
    connected: () => connected.resolve(),
    closed: (event) => closed.resolve(event as { code: number }),
  });
  const watching = socket.iterate({
    query: 'subscription ($id: ID!) { menuBoardChanged(tenantId: $id) { cursor } }',
    variables: { id: await tenantOf(owner) },
  });
  void watching.next().catch(() => undefined);
  await connected.promise;

  await new TestClient(network.url, admin.accessToken).run('mutation { rotateSigningKey(reason: "a drill") }');
  await untilRefused(owner.accessToken);
  expect((await closed.promise).code).toBe(4403);
  const { refreshSession } = await new TestClient(other.url).run<{ refreshSession: Tokens }>(REFRESH, {
    token: owner.refreshToken,
  });
  for (const { url } of [network, other]) expect(await statusOf(url, refreshSession.accessToken)).toBe(200);
  const keys = createRemoteJWKSet(new URL(`${other.url}/.well-known/jwks.json`));
  await jwtVerify(refreshSession.accessToken, keys, { issuer: 'mycelium' });
  await expect(jwtVerify(owner.accessToken, keys)).rejects.toThrow();
});

async function tenantOf({ accessToken }: Tokens): Promise<string> {
  const { viewer } = await new TestClient(network.url, accessToken).run<{ viewer: { tenant: { id: string } } }>(
    '{ viewer { tenant { id } } }',
  );
  return viewer.tenant.id;
}
