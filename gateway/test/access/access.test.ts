import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

const SCREEN = 'gg_screen_0123456789abcdef';
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

  it('of a station says where it stands and who is signed in there; two at one place share, two at different places do not', async () => {
    bistro = await openBistro();
    const station = { kind: 'STATION', tenantId: 'las-reinas', scopes: ['menu:read'] };
    const tokens = ['gg_station_one_here', 'gg_station_another_here', 'gg_station_elsewhere', 'gg_pin_of_ana_here'];
    const [one = '', other = '', elsewhere = '', signed = ''] = tokens;
    bistro.tenants.credentials
      .set(one, { ...station, id: 't1', locationId: 'here' })
      .set(other, { ...station, id: 't2', locationId: 'here' })
      .set(elsewhere, { ...station, id: 't3', locationId: 'there' })
      .set(signed, { ...station, id: 't1', locationId: 'here', personId: 'ana', sessionId: 's1' });
    const { data } = await bistro.ask('{ whoAsks }', { token: signed });
    expect(JSON.parse(data.whoAsks).viewer).toMatchObject({
      ...{ kind: 'station', id: 't1', locationId: 'here', personId: 'ana', scopes: ['menu:read'] },
    });
    const CHANGED = 'subscription { dishChanged(tenantId: "las-reinas") { dish { id } } }';
    const seen = [one, other, elsewhere].map((token) => watch(bistro.client(token), CHANGED));
    await until(() => bistro.menu.watchers() === 2);
    bistro.menu.change('1', 90);
    await until(() => seen.every(({ results }) => results.length === 1));
    expect(bistro.menu.watchers()).toBe(2);
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
