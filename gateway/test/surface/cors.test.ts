import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

const APP = 'https://app.example.com';
const STRANGER = 'https://stranger.example.com';

let bistro: Bistro;
beforeEach(async () => {
  bistro = await openBistro({ corsOrigins: [APP] });
});
afterEach(() => bistro.close());

const preflight = (origin: string) =>
  fetch(`${bistro.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

const ask = (origin: string) =>
  bistro.ask('{ dish(id: "1") { name } }', { headers: { origin, 'sec-fetch-site': 'cross-site' } });

describe('a page of another origin', () => {
  it('may ask and read what is exposed, when it is one that we know', async () => {
    const { status, headers } = await preflight(APP);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, APP]);
    expect(headers.get('access-control-allow-headers')).toBe('content-type,authorization');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask(APP);
    expect([answer.status, answer.data, answer.headers.get('access-control-allow-origin')]).toEqual([
      200,
      { dish: { name: 'pastor' } },
      APP,
    ]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('is let in by its browser in no other case', async () => {
    expect((await preflight(STRANGER)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask(STRANGER)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
