import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { stringify } from 'yaml';
import { type Gateway, startGateway } from '../../src/gateway.ts';
import { readSettings } from '../../src/settings/settings-file.ts';
import { compose } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { testSubgraph } from '../bistro/subgraph.ts';
import { until, watch } from '../bistro/watch.ts';
import { runAlone } from './process.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes", "@policy"])';
const plain = 'type Query { free: String } type Subscription { tick: Int }';
const authenticated = `${LINK} type Query { free: String mine: String @authenticated cost: Int @requiresScopes(scopes: [["menu:read", "menu:cost"], ["all"]]) } type Subscription { tick: Int @authenticated }`;
const withPolicy = `${LINK} type Query { free: String special: String @policy(policies: [["regulars"]]) }`;
const resolvers = {
  Query: { free: () => 'free', mine: () => 'mine', cost: () => 12, special: () => 'special' },
  Subscription: {
    tick: {
      subscribe: async function* () {
        yield { tick: 1 };
        await new Promise(() => {});
      },
    },
  },
};

let folder: string;
let server: Server;
let jwks: string;
let keyId = 'one';
let isAway = false;
const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  for (const id of ['one', 'two', 'foreign']) pairs.set(id, await generateKeyPair('RS256', { extractable: true }));
  server = createServer(async (_request, response) => {
    const known = [...pairs].filter(([id]) => id === keyId);
    const keys = await Promise.all(
      known.map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256' })),
    );
    response.writeHead(isAway ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
});

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
  isAway = false;
  keyId = 'one';
});

const supergraph = (sdl: string) => compose([{ name: 'menu', sdl, url: 'http://127.0.0.1:1' }]);

async function open(sdl: string, settings: Record<string, unknown> = {}): Promise<Gateway> {
  const file = join(folder, 'gateway.yml');
  await writeFile(file, stringify(settings));
  gateway = await startGateway({
    ...(await readSettings(file)),
    open: true,
    supergraphSdl: supergraph(sdl),
    subgraphs: { menu: testSubgraph('menu', sdl, resolvers, undefined).local },
    host: '127.0.0.1',
    port: 0,
    log: pino({ enabled: false }),
  });
  return gateway;
}

interface Claims {
  [claim: string]: unknown;
}
const token = (claims: Claims = {}, { kid = 'one', expires = '1m' }: { kid?: string; expires?: string } = {}) => {
  const pair = pairs.get(kid);
  if (!pair) throw new Error(`There is no key ${kid}.`);
  return new SignJWT({ sub: 'ana', iss: 'https://people.test', aud: 'menu', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: kid === 'foreign' ? 'one' : kid })
    .setExpirationTime(expires)
    .sign(pair.privateKey);
};

async function ask(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return errors ? [response.status, ...errors.map(({ extensions }) => extensions.code)] : data;
}
const bearing = async (...given: Parameters<typeof token>) => ({ authorization: `Bearer ${await token(...given)}` });
const tokens = (more: object = {}) => ({ tokens: { jwks, issuer: 'https://people.test', audience: 'menu', ...more } });

describe('a supergraph with fields that not everybody may see', () => {
  it.each([
    ['@authenticated and @requiresScopes', authenticated, 'Query.mine'],
    ['@policy', withPolicy, 'Query.special'],
  ])('with %s is not served openly, and the reason is a sentence', async (_what, sdl, field) => {
    await expect(open(sdl)).rejects.toThrow(new RegExp(`${field}.*"tokens"`));
  });

  it('ends a gateway that runs alone at its start', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, supergraph(authenticated));
    const { seen } = runAlone(['--supergraph', file, '--port', '0']);
    await until(() => seen.code !== undefined, 'the gateway to end');
    expect([seen.code, seen.err]).toEqual([
      1,
      expect.stringMatching(/^This supergraph has fields that not everybody may see/),
    ]);
  });

  it('is refused at a reload too, and what was served stays', async () => {
    const { reload } = await open(plain);
    await expect(reload(supergraph(authenticated))).rejects.toThrow('"tokens"');
    expect(await ask('{ free }')).toEqual({ free: 'free' });
  });

  it('with @policy needs to know which claim grants it', async () => {
    await expect(open(withPolicy, tokens())).rejects.toThrow(/Query\.special.*"tokens\.policies"/);
    await open(withPolicy, tokens({ policies: 'groups' }));
    expect(await ask('{ special }')).toEqual([200, 'UNAUTHENTICATED']);
    expect(await ask('{ special }', await bearing({ groups: ['guests'] }))).toEqual([200, 'FORBIDDEN']);
    expect(await ask('{ special }', await bearing({ groups: ['guests', 'regulars'] }))).toEqual({ special: 'special' });
  });
});

describe('a gateway that checks tokens', () => {
  it('answers each what it may see, by the scopes of its token', async () => {
    await open(authenticated, tokens());
    expect(await ask('{ free }')).toEqual({ free: 'free' });
    expect(await ask('{ mine }')).toEqual([200, 'UNAUTHENTICATED']);
    expect(await ask('{ mine }', await bearing())).toEqual({ mine: 'mine' });
    expect(await ask('{ cost }', await bearing({ scope: 'menu:read' }))).toEqual([200, 'FORBIDDEN']);
    expect(await ask('{ cost }', await bearing({ scope: 'menu:cost menu:read' }))).toEqual({ cost: 12 });
    expect(await ask('{ cost }', await bearing({ scope: ['all'] }))).toEqual({ cost: 12 });
  });

  it('reads scopes in claims of other claims, and tokens in another header', async () => {
    await open(authenticated, tokens({ scopes: 'realm_access.roles', header: 'X-Token' }));
    const given = await token({ realm_access: { roles: ['all'] } });
    expect(await ask('{ cost }', { 'x-token': given })).toEqual({ cost: 12 });
    expect(await ask('{ cost }', { authorization: `Bearer ${given}` })).toEqual([200, 'UNAUTHENTICATED']);
    expect(await ask('{ free }', { authorization: 'Basic xyz' })).toEqual({ free: 'free' });
  });

  it.each([
    ['a key that is not published', () => token({}, { kid: 'foreign' })],
    ['another issuer', () => token({ iss: 'https://elsewhere.test' })],
    ['another audience', () => token({ aud: 'tills' })],
    ['an end that is past', () => token({}, { expires: '-1m' })],
    [
      'no end',
      async () => {
        const pair = pairs.get('one');
        return new SignJWT({ sub: 'ana', iss: 'https://people.test', aud: 'menu' })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .sign(pair?.privateKey as CryptoKey);
      },
    ],
    [
      'no signature',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"ana","exp":9999999999}').toString('base64url')}.`,
    ],
    [
      'a shared secret that is the public key',
      async () => {
        const secret = new TextEncoder().encode(
          JSON.stringify(await exportJWK((pairs.get('one') as { publicKey: CryptoKey }).publicKey)),
        );
        return new SignJWT({ sub: 'ana', iss: 'https://people.test', aud: 'menu' })
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setExpirationTime('1m')
          .sign(secret);
      },
    ],
    ['nothing that is a token', async () => 'x'],
  ])('refuses a token with %s, for free fields too', async (_what, make) => {
    await open(authenticated, tokens());
    expect(await ask('{ free }', { authorization: `Bearer ${await make()}` })).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('says that it cannot check tokens while nobody tells it the keys, and serves those without', async () => {
    await open(authenticated, tokens());
    isAway = true;
    expect(await ask('{ mine }', await bearing())).toEqual([503, 'UNAVAILABLE']);
    expect(await ask('{ free }')).toEqual({ free: 'free' });
    isAway = false;
    expect(await ask('{ mine }', await bearing())).toEqual({ mine: 'mine' });
  });

  it('reads the keys from a file too', async () => {
    const pair = pairs.get('two') as { publicKey: CryptoKey };
    await writeFile(
      join(folder, 'keys.json'),
      JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'two' }] }),
    );
    await open(authenticated, { tokens: { jwks: 'keys.json' } });
    expect(await ask('{ mine }', await bearing({}, { kid: 'two' }))).toEqual({ mine: 'mine' });
    await writeFile(join(folder, 'none.json'), '{}');
    await expect(open(authenticated, { tokens: { jwks: 'none.json' } })).rejects.toThrow(/tokens\.jwks.*none\.json/);
  });

  it('checks sockets and event streams alike', async () => {
    const { url } = await open(authenticated, tokens());
    const socket = (authorization?: string) =>
      createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: authorization ? { authorization } : undefined,
      });
    const clients = [socket(), socket((await bearing()).authorization), socket('Bearer x')];
    const [stranger, ana, forger] = clients.map((client) => watch(client, 'subscription { tick }'));
    await until(() => Boolean(stranger?.failure && ana?.results.length && forger?.failure));
    expect(stranger?.failure).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(ana?.results).toEqual([{ data: { tick: 1 } }]);
    expect(forger?.failure).toMatchObject({ code: 4401 });
    // Another document, so that it has events of its own.
    const body = JSON.stringify({ query: 'subscription { first: tick }' });
    const stream = await readEvents(`${url}/graphql`, { body, headers: await bearing() });
    await until(() => stream.results().length > 0);
    expect(stream.results()).toEqual([{ data: { first: 1 } }]);
    stream.close();
    for (const client of clients) await client.dispose();
  });
});
