import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Route, readManifest } from '@mycelium/gateway/rest/manifest';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from './env.ts';
import { asJson, hostileTexts } from './hostile-values.ts';
import { type House, openHouse } from './house.ts';
import { codesOf, faultIn } from './verdict.ts';

const EACH = 60;
const AT_ONCE = 4;

const routes = readManifest(await readFile(join(import.meta.dirname, '../../schema/rest.yml'), 'utf8'));

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];

/** Written as a client would, or as nobody should. */
const escapes = ['%', '%00', '%zz', '%ff', '%ed%a0%80', '%2e%2e%2f', '..;', '*', '%e2%80%ae', '9007199254740993'];

const bodies = [
  '',
  'null',
  '[]',
  '"text"',
  '{',
  '{"input":',
  '{"__proto__":{"x":1},"constructor":{}}',
  '\ufeff{}',
  '{"a":1}{"b":2}',
  `{"a":${'['.repeat(1_200)}${']'.repeat(1_200)}}`,
  '{"first":1e400}',
  `{"a":"${'x'.repeat(200_000)}"}`,
];

/** Requests of a route, mostly as it wants them. */
function requestsOf(route: Route, known: House['known']): fc.Arbitrary<Request> {
  const good = fc.constantFrom(
    ...Object.values(known.things),
    'las-reinas',
    '1',
    '50',
    'true',
    'SMP',
    'crm',
    'user.created',
  );
  const encoded = fc.constantFrom(...hostileTexts).map((text) => encodeURIComponent(text.toWellFormed()));
  const value = fc.oneof({ weight: 3, arbitrary: good }, encoded, fc.constantFrom(...escapes));
  const values = fc.array(value, { minLength: 8, maxLength: 8 });
  const named = Object.values(route.variables);
  const queryNames = named.flatMap((source) => (source.in === 'query' ? [source.name] : []));
  const bodyNames = named.flatMap((source) => (source.in === 'body' && source.name ? [source.name] : ['input']));
  const field = fc.oneof(
    { weight: 3, arbitrary: good },
    fc.constantFrom<unknown>(...hostileTexts, null, 0, -1, [], {}, [[{}]]),
  );
  const body = fc.oneof(
    { weight: 4, arbitrary: fc.record(Object.fromEntries(bodyNames.map((name) => [name, field]))).map(asJson) },
    { weight: 1, arbitrary: fc.constantFrom(...bodies) },
  );
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'nonsense',
  );
  const method = fc.oneof({ weight: 12, arbitrary: fc.constant(route.method as string) }, fc.constantFrom(...methods));
  return fc
    .record({ values, body, type, method, tail: fc.constantFrom('', '', '', '/', '?', '?a&a&=&b=%') })
    .map((made) => {
      let used = 0;
      const next = (): string => made.values[used++ % made.values.length] ?? '';
      const path = route.path.replace(/\{\w+\}/g, () => next());
      const query = queryNames.map((name) => `${name}=${next()}`).join('&');
      const carriesBody = !['GET', 'HEAD', 'OPTIONS'].includes(made.method);
      return {
        method: made.method,
        path: `${path}${made.tail || (query && `?${query}`)}`,
        headers: carriesBody ? { 'content-type': made.type } : ({} as Record<string, string>),
        body: carriesBody ? made.body : undefined,
      };
    });
}

test('no REST path answers anything with a fault of ours', async () => {
  const requests = routes.flatMap((route, index) =>
    fc.sample(requestsOf(route, house.known), { seed: seed + index, numRuns: EACH }),
  );
  const token = await house.tokenOf('owner');
  const found: string[] = [];
  const codes = new Map<string, number>();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request; request = requests[next++]) {
      const { method, path, headers, body } = request;
      const described = `${method} ${path.slice(0, 200)} ${body?.slice(0, 200) ?? ''}`;
      const response = await fetch(house.network.url + path, {
        method,
        body,
        headers: { ...headers, authorization: `Bearer ${token}` },
      });
      const got = { status: response.status, text: await response.text() };
      for (const code of codesOf(got)) codes.set(code, (codes.get(code) ?? 0) + 1);
      // A HEAD and a preflight have no body.
      const fault = got.text === '' && got.status < 500 ? undefined : faultIn(got);
      if (fault) found.push(`${fault} · ${described}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(`${requests.length} requests, seed ${seed}: ${JSON.stringify(Object.fromEntries(codes))}\n`);
  const lines = house.faults.map(({ msg, err }) => `${msg}: ${err?.message?.slice(0, 300)}`);
  expect([...found, ...lines].slice(0, 30), `${found.length} answers, ${lines.length} lines`).toEqual([]);
});
