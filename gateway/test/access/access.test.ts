import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

const SCREEN = 'gg_screen_0123456789abcdef';
const CHANGED = 'subscription { dishChanged(tenantId: "las-reinas") { dish { id } } }';
const screen = { kind: 'DISPLAY', id: 'd1', tenantId: 'las-reinas', scopes: ['menu:read'] };

let bistro: Bistro;
afterEach(() => bistro?.close());

describe('a token', () => {
  it('of a person gives the scopes of the role, in a context that the subgraph can verify', async () => {
    bistro = await openBistro();
    const token = await bistro.tenants.login({ role: 'KITCHEN', userId: 'u7' });
    const { data } = await bistro.ask('{ whoAsks }', { token, headers: { 'x-correlation-id': 'abc-1' } });
    expect(JSON.parse(data.whoAsks)).toMatchObject({
      viewer: {
        kind: 'user',
        id: 'u7',
        tenantId: 'las-reinas',
        role: 'KITCHEN',
        scopes: expect.arrayContaining(['menu:read']),
      },
      correlationId: 'abc-1',
      address: '127.0.0.1',
    });
  });

  it('that is missing is an anonymous viewer', async () => {
    bistro = await openBistro();
    const { status, data } = await bistro.ask('{ whoAsks }');
    expect(status).toBe(200);
    expect(JSON.parse(data.whoAsks).viewer).toEqual({ kind: 'anonymous', id: '', scopes: [] });
  });

  it.each([
    ['expired', async () => bistro.tenants.login({ expiresIn: '-1s' })],
    ['garbage', async () => 'garbage'],
    ['unknown', async () => SCREEN],
    ['malformed', async () => 'gg_live_!'],
    [
      'forged',
      async () => {
        const { privateKey } = await generateKeyPair('EdDSA');
        const token = new SignJWT({ tid: 'las-reinas', role: 'OWNER', sid: 's1', sub: 'u1' });
        return token
          .setProtectedHeader({ alg: 'EdDSA', kid: 'key-1' })
          .setIssuer('mycelium')
          .setExpirationTime('1h')
          .sign(privateKey);
      },
    ],
  ])('that is %s is refused with 401, over HTTP and on a socket', async (_what, tokenOf) => {
    bistro = await openBistro();
    const token = await tokenOf();
    const { status, data, errors } = await bistro.ask('{ whoAsks }', { token });
    expect([status, data, errors?.[0]?.extensions]).toEqual([401, undefined, { code: 'UNAUTHENTICATED' }]);
    const seen = watch(bistro.client(token), '{ whoAsks }');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4401 });
    expect(bistro.menu.calls).toEqual([]);
  });

  it('can be verified by everyone with the public keys', async () => {
    bistro = await openBistro();
    const keys = await (await fetch(`${bistro.url}/.well-known/jwks.json`)).json();
    expect(keys).toMatchObject({ keys: [{ kid: 'key-1', kty: 'OKP' }] });
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('cannot be checked while the subgraph that knows it is away: 503, not 401', async () => {
    bistro = await openBistro();
    bistro.tenants.down = 'the database is away';
    const { status, headers, errors } = await bistro.ask('{ whoAsks }', { token: SCREEN });
    expect([status, errors?.[0]?.extensions.code, headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
    const seen = watch(bistro.client(SCREEN), '{ whoAsks }');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 1013 });
  });

  it('of a screen or an API key is asked for once and then known for a while', async () => {
    bistro = await openBistro();
    bistro.tenants.credentials.set(SCREEN, screen);
    const doors: Record<string, string>[] = [
      { authorization: `Bearer ${SCREEN}` },
      { 'X-API-Key': SCREEN },
      { 'x-Api-kEY': SCREEN },
    ];
    for (const headers of doors) {
      const { data } = await bistro.ask('{ whoAsks }', { headers });
      expect(JSON.parse(data.whoAsks).viewer).toMatchObject({ kind: 'display', id: 'd1', scopes: ['menu:read'] });
    }
    expect(bistro.tenants.calls.length).toBe(1);
  });
});

describe('a field that the viewer may not see', () => {
  it('refuses the operation before anything runs, with one error for each such field', async () => {
    bistro = await openBistro();
    const token = await bistro.tenants.login({ role: 'KITCHEN' });
    const query =
      'query ($id: ID!) { mine: dish(id: $id) { ...Secret name } recipe } fragment Secret on Dish { cost boss: chef { salary } }';
    const { status, data, errors } = await bistro.ask(query, { token, variables: { id: '1' } });
    expect([status, data]).toEqual([200, null]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['mine', 'cost'], 'FORBIDDEN'],
      [['mine', 'boss', 'salary'], 'FORBIDDEN'],
    ]);
    expect(bistro.menu.calls).toEqual([]);
  });

  it('asks an anonymous viewer to log in', async () => {
    bistro = await openBistro();
    const { errors } = await bistro.ask('{ recipe }');
    expect(errors).toMatchObject([{ path: ['recipe'], extensions: { code: 'UNAUTHENTICATED' } }]);
    const { data } = await bistro.ask('{ recipe }', { token: await bistro.tenants.login() });
    expect(data).toEqual({ recipe: 'secret' });
  });

  it('is the schema, for anonymous viewers where that is set', async () => {
    bistro = await openBistro({ introspection: 'known viewers' });
    const query = '{ __schema { queryType { name } } }';
    expect((await bistro.ask(query)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const { data } = await bistro.ask(query, { token: await bistro.tenants.login() });
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('is the schema, for everyone but our own staff where that is set', async () => {
    bistro = await openBistro({ introspection: 'admins' });
    const query = '{ __type(name: "Dish") { name } }';
    const codeFor = async (token?: string) => (await bistro.ask(query, { token })).errors?.[0]?.extensions.code;
    expect(await codeFor()).toBe('UNAUTHENTICATED');
    expect(await codeFor(await bistro.tenants.login())).toBe('FORBIDDEN');
    expect(await codeFor(await bistro.tenants.login({ role: 'ADMIN' }))).toBeUndefined();
  });

  it('is the schema, for API keys always', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'operations-'));
    const query = '{ __schema { queryType { name } } }';
    const documentId = createHash('sha256').update(query).digest('hex');
    await mkdir(join(directory, 'c1'));
    await writeFile(join(directory, 'c1', 'persisted-documents.json'), JSON.stringify({ [documentId]: query }));
    bistro = await openBistro({ operations: directory });
    bistro.tenants.credentials.set(SCREEN, { ...screen, kind: 'CLIENT', id: 'c1' });
    const { errors } = await bistro.ask(query, { token: SCREEN });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await rm(directory, { recursive: true });
  });

  it('is under a policy that the viewer is not granted', async () => {
    bistro = await openBistro({ policies: ({ id, kind }) => (id === 'u7' ? ['regulars'] : [kind, 'staff']) });
    const special = async (token?: string) => {
      const { data, errors } = await bistro.ask('{ special }', { token });
      return [data?.special, errors?.[0]?.extensions.code];
    };
    expect(await special(await bistro.tenants.login({ userId: 'u7' }))).toEqual(['barbacoa', undefined]);
    expect(await special(await bistro.tenants.login({ userId: 'u8' }))).toEqual([undefined, 'FORBIDDEN']);
    expect(await special()).toEqual([undefined, 'UNAUTHENTICATED']);
    await bistro.close();
    bistro = await openBistro();
    expect(await special(await bistro.tenants.login({ userId: 'u7' }))).toEqual([undefined, 'FORBIDDEN']);
  });

  it('is what only the gateway may ask', async () => {
    bistro = await openBistro();
    const { status, errors } = await bistro.ask('{ signingKeys }');
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('an open socket', () => {
  it('is closed with 4401 when its token expires', async () => {
    bistro = await openBistro();
    const seen = watch(bistro.client(await bistro.tenants.login({ expiresIn: '1s' })), CHANGED);
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4401 });
    await until(() => bistro.menu.watchers() === 0);
  });

  it('lives on when its token is renewed, and not with the token of somebody else', async () => {
    bistro = await openBistro();
    const { tenants, url } = bistro;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: { type: string; payload?: unknown }[] = [];
    let closed: number | undefined;
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    socket.on('close', (code) => {
      closed = code;
    });
    const say = (message: unknown) => socket.send(JSON.stringify(message));
    const authorization = async (options = {}) => `Bearer ${await tenants.login(options)}`;
    await new Promise((resolve) => socket.once('open', resolve));
    say({ type: 'connection_init', payload: { authorization: await authorization({ expiresIn: '2s' }) } });
    await until(() => messages.length === 1);
    say({ type: 'subscribe', id: '1', payload: { query: CHANGED } });
    say({ type: 'ping', payload: { authorization: await authorization({ expiresIn: '10m' }) } });
    await until(() => messages.length === 2);
    expect(messages[1]).toEqual({ type: 'pong', payload: { renewed: true, expiresAt: expect.any(String) } });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(closed).toBeUndefined();
    bistro.menu.change('1', 80);
    await until(() => messages.length === 3);
    say({ type: 'ping', payload: { some: 'thing' } });
    await until(() => messages.length === 4);
    expect(messages[3]).toEqual({ type: 'pong', payload: { some: 'thing' } });
    say({ type: 'ping', payload: { authorization: await authorization({ userId: 'u2' }) } });
    await until(() => closed !== undefined);
    expect(closed).toBe(4403);
  });
});

describe('a renewal with other grants', () => {
  it('ends what they do not allow, that alone, and everything else goes on from where it was', async () => {
    bistro = await openBistro();
    const { menu, tenants, url } = bistro;
    menu.tellPositions();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: { type: string; id?: string; payload?: unknown }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    const say = (message: unknown) => socket.send(JSON.stringify(message));
    const of = (id: string, type: string) => messages.filter((each) => each.id === id && each.type === type);
    await new Promise((resolve) => socket.once('open', resolve));
    say({ type: 'connection_init', payload: { authorization: `Bearer ${await tenants.login()}` } });
    const field = (selection: string) =>
      `subscription { dishChanged(tenantId: "las-reinas") { dish { ${selection} } } }`;
    await until(() => messages.length === 1);
    say({ type: 'subscribe', id: 'price', payload: { query: field('price') } });
    say({ type: 'subscribe', id: 'cost', payload: { query: field('cost') } });
    await until(() => menu.watchers() === 2);
    menu.change('1', 1);
    await until(() => of('price', 'next').length === 1 && of('cost', 'next').length === 1);
    say({ type: 'ping', payload: { authorization: `Bearer ${await tenants.login({ role: 'KITCHEN' })}` } });
    await until(() => of('cost', 'error').length === 1);
    expect(of('cost', 'error')[0]?.payload).toMatchObject([
      { path: ['dishChanged', 'dish', 'cost'], extensions: { code: 'FORBIDDEN' } },
    ]);
    await until(() => menu.watchers() === 1);
    menu.change('1', 2);
    menu.change('1', 3);
    await until(() => of('price', 'next').length === 3);
    expect(of('price', 'next').map(({ payload }) => payload)).toMatchObject(
      ['1', '2', '3'].map((cursor) => ({ extensions: { cursor } })),
    );
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

describe('a revocation', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let publisher: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    publisher = new Redis(redis.url);
  });
  afterAll(async () => {
    publisher.disconnect();
    await redis.stop();
  });
  const revoke = (id: string) => publisher.publish('mycelium:access', JSON.stringify({ revoked: id }));
  const openListening = async () => {
    bistro = await openBistro({ redisUrl: redis.url });
    await expect.poll(async () => (await (await fetch(`${bistro.url}/health`)).json()).redis).toBe('ok');
    await expect.poll(async () => publisher.pubsub('NUMSUB', 'mycelium:access')).toEqual(['mycelium:access', 1]);
  };

  it("of a screen forgets its credential and closes its sockets with 4403, and nobody else's", async () => {
    await openListening();
    const { tenants, menu, client, ask } = bistro;
    const other = 'gg_screen_another_screen';
    tenants.credentials.set(SCREEN, screen).set(other, { ...screen, id: 'd2' });
    const [revoked, kept] = [watch(client(SCREEN), CHANGED), watch(client(other), CHANGED)];
    await until(() => menu.watchers() === 1);
    await expect.poll(() => ask('{ whoAsks }', { token: SCREEN })).toMatchObject({ status: 200 });
    tenants.credentials.delete(SCREEN);
    await revoke('d1');
    await until(() => revoked.failure !== undefined);
    expect(revoked.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token: SCREEN })).status).toBe(401);
    menu.change('1', 90);
    await until(() => kept.results.length === 1);
  });

  it('of a session ends its access token before its time', async () => {
    await openListening();
    const { tenants, client, ask } = bistro;
    const token = await tenants.login({ sessionId: 's9' });
    const seen = watch(client(token), CHANGED);
    expect((await ask('{ whoAsks }', { token })).status).toBe(200);
    await until(() => bistro.menu.watchers() === 1);
    await revoke('s9');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token })).status).toBe(401);
    expect((await ask('{ whoAsks }', { token: await tenants.login({ sessionId: 's10' }) })).status).toBe(200);
  });

  it('is known to a gateway that starts after it', async () => {
    await publisher.zadd('mycelium:revoked', Date.now(), 's11', Date.now() - 21 * 60_000, 's12');
    await openListening();
    const { tenants, ask } = bistro;
    const statusOf = async (sessionId: string) =>
      (await ask('{ whoAsks }', { token: await tenants.login({ sessionId }) })).status;
    expect([await statusOf('s11'), await statusOf('s12'), await statusOf('s13')]).toEqual([401, 200, 200]);
  });

  it('that was told while Redis did not reach the gateway ends its sockets when it does', async () => {
    await openListening();
    const { tenants, client, ask } = bistro;
    const token = await tenants.login({ sessionId: 's14' });
    const seen = watch(client(token), CHANGED);
    await until(() => bistro.menu.watchers() === 1);
    await publisher.zadd('mycelium:revoked', Date.now(), 's14');
    expect((await ask('{ whoAsks }', { token })).status).toBe(200);
    await publisher.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token })).status).toBe(401);
  });
});
