import { readdir, readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/operation/limits.ts';
import { prepareOperation } from '../../src/operation/prepare.ts';
import { buildRuntime } from '../../src/supergraph/runtime.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

const aliased = (count: number) =>
  `{ dish(id: "1") { ${Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ')} } }`;
const roots = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: whoAsks`).join(' ')} }`;

describe('an operation that nobody has registered', () => {
  it.each([
    ['aliases', aliased(51), 'OPERATION_TOO_LARGE', 51, 50],
    ['rootFields', roots(21), 'OPERATION_TOO_LARGE', 21, 20],
    ['depth', `{ deep ${'{ deeper '.repeat(15)}{ end }${' }'.repeat(15)} }`, 'OPERATION_TOO_LARGE', 17, 15],
    [
      'cost',
      `{ dishes { ${Array.from({ length: 49 }, (_, i) => `a${i}: chef { name }`).join(' ')} } }`,
      'OPERATION_TOO_COSTLY',
      500,
      100,
    ],
  ])('may not have too much of %s, and is told how much it has', async (limit, query, code, actual, allowed) => {
    const free = limit === 'cost' ? { ...defaultLimits.free, cost: 100 } : defaultLimits.free;
    bistro = await openBistro({ limits: { ...defaultLimits, free } });
    const { status, data, errors } = await bistro.ask(query);
    expect([status, data, errors?.map(({ extensions }) => extensions)]).toEqual([
      400,
      undefined,
      [{ code, limit, actual, allowed }],
    ]);
    const seen = watch(bistro.client(), query);
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject([{ extensions: { code, actual } }]);
    expect(bistro.menu.calls).toEqual([]);
  });

  it('may in open mode be as large as it likes', async () => {
    bistro = await openBistro({ open: true });
    expect((await bistro.ask(roots(300))).status).toBe(200);
  });
});

describe('the cost of an operation', () => {
  const cost = { 'x-graphql-cost': '1' };

  it('is told when it is asked for', async () => {
    bistro = await openBistro();
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${bistro.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ dishes { chef { name } } }' }),
      });
      return ((await response.json()) as { extensions?: unknown }).extensions;
    };
    expect(await ask(cost)).toEqual({ cost: { estimated: 20, allowed: 12_000 } });
    expect(await ask({})).toBeUndefined();
    await bistro.close();
    bistro = await openBistro({ open: true });
    expect(await ask(cost)).toMatchObject({ cost: { estimated: 20 } });
  });
});

const schema = new URL('../../../schema/', import.meta.url);

it('every operation of our own apps is well within the limits, registered or not', async () => {
  const runtime = buildRuntime(await readFile(new URL('supergraph.graphql', schema), 'utf8'));
  const clients = await readdir(new URL('operations/', schema));
  expect(clients.length).toBeGreaterThan(0);
  for (const client of clients) {
    const file = new URL(`operations/${client}/persisted-documents.json`, schema);
    const texts = Object.values(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
    for (const text of texts) {
      const operation = prepareOperation(runtime, text);
      if (!('size' in operation)) throw new Error(`${text} is not valid.`);
      const { total, unsized } = operation.estimateCost({});
      expect([text, unsized, total < defaultLimits.free.cost / 2]).toEqual([text, [], true]);
      expect(operation.size.depth).toBeLessThanOrEqual(defaultLimits.free.depth);
      expect(operation.size.rootFields).toBeLessThanOrEqual(defaultLimits.free.rootFields);
      expect(operation.size.aliases).toBeLessThanOrEqual(defaultLimits.free.aliases);
    }
  }
});
