import { hostileLog } from '@mycelium/kit/hostile';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

let bistro: Bistro;
beforeAll(async () => {
  bistro = await openBistro({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => bistro.close());

/** Signed by somebody, in the name of our key or of one that nobody has. */
async function forge(expiresIn: string, kid = 'key-1'): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA');
  const token = new SignJWT({ sub: 'u1', sid: 's1', tid: 'las-reinas', role: 'OWNER' });
  return token
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setIssuer('mycelium')
    .setExpirationTime(expiresIn)
    .sign(privateKey);
}

const unsigned = () =>
  `${['{"alg":"none"}', '{"sub":"u1","sid":"s1"}'].map((part) => Buffer.from(part).toString('base64url')).join('.')}.`;

const WRONG_SIGNATURE = 'a token with a wrong signature';
const NO_TOKEN = 'a token that is none';

const tokens: [label: string, what: string | undefined, token: () => string | Promise<string>][] = [
  ['that is forged', WRONG_SIGNATURE, () => forge('1h')],
  ['that is forged and says it has expired', WRONG_SIGNATURE, () => forge('-1h')],
  ['of a key that nobody has', WRONG_SIGNATURE, () => forge('1h', 'key-9')],
  ['without a signature', NO_TOKEN, unsigned],
  ['that is garbage', NO_TOKEN, () => 'garbage'],
  ['that is nearly a key', NO_TOKEN, () => 'gg_live_!'],
  ['that was guessed', 'a key that nobody has, or no longer', () => 'gg_live_0123456789abcdef'],
  ['that has expired', undefined, () => bistro.tenants.login({ expiresIn: '-1s' })],
  ['that has expired with its key', undefined, () => forge('-1h', 'key-of-last-month')],
];

it.each(tokens)('a token %s is hostile: %s', async (label, what, make) => {
  const token = await make();
  const from = `203.0.113.${100 + tokens.findIndex(([each]) => each === label)}`;
  const headers = { 'x-forwarded-for': from };
  const ask = () =>
    fetch(`${bistro.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: '{"query":"{ whoAsks }"}',
    });
  expect((await ask()).status).toBe(401);
  const code = await new Promise((resolve) => {
    const socket = new WebSocket(`${bistro.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    const payload = { authorization: `Bearer ${token}` };
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.on('close', resolve);
  });
  expect(code).toBe(4401);
  hostileLog.flush();
  const lines = bistro.log.filter((line) => line.from === from);
  expect(lines).toMatchObject(
    what
      ? [
          { what, msg: 'hostile: refused' },
          { what, times: 1 },
        ]
      : [],
  );
  expect(JSON.stringify(bistro.log)).not.toContain(token);
});
