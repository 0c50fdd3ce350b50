import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

const LARGE = JSON.stringify({
  query: `{ ${Array.from({ length: 20 }, (_each, index) => `a${index}: dishes { id name price }`).join(' ')} }`,
});
const SMALL = JSON.stringify({ query: '{ dishes { name } }' });
const decoders = { gzip: gunzipSync, br: brotliDecompressSync };

let bistro: Bistro;
beforeEach(async () => {
  bistro = await openBistro();
});
afterEach(() => bistro.close());

/** The answer as it is on the wire; fetch would unpack it. */
async function post(body: string, accept: string, encoding: string) {
  const response = await request(`${bistro.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'accept-encoding': encoding },
    body,
  });
  return { headers: response.headers, body: Buffer.from(await response.body.arrayBuffer()) };
}

describe.each(['application/json', 'application/graphql-response+json'])('a large answer as %s', (type) => {
  it.each(['gzip', 'br'] as const)('is packed with %s, every time that it is asked', async (encoding) => {
    const plain = await post(LARGE, type, 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (let count = 0; count < 2; count += 1) {
      const { headers, body } = await post(LARGE, type, encoding);
      expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-type': `${type}; charset=utf-8` });
      expect(headers.vary).toContain('accept-encoding');
      expect(body.length).toBeLessThan(plain.body.length / 4);
      expect(JSON.parse(String(decoders[encoding](body)))).toEqual(JSON.parse(String(plain.body)));
    }
  });
});

it('of both that a client takes brotli is chosen', async () => {
  expect((await post(LARGE, '*/*', 'gzip, deflate, br')).headers['content-encoding']).toBe('br');
});

it('a small answer is sent as it is', async () => {
  const { headers, body } = await post(SMALL, '*/*', 'gzip, br');
  expect(headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(String(body))).toEqual({ data: { dishes: [{ name: 'pastor' }, { name: 'suadero' }] } });
});
