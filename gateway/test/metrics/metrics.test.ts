import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measuresOf } from '@mycelium/kit/connector/measures';
import { keepCounts } from '@mycelium/kit/queues/task-counts';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { useRedis } from '../bistro/redis.ts';
import { until, watch } from '../bistro/watch.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

/** The value of a series, the sum of all of its family when only that is named; 0 when there is none. */
async function metric(series: string): Promise<number> {
  const text = await (await fetch(`${bistro.url}/metrics`)).text();
  const isOf = (line: string) =>
    line.startsWith(`mycelium_gateway_${series} `) || line.startsWith(`mycelium_gateway_${series}{`);
  const values = text.split('\n').flatMap((line) => (isOf(line) ? [Number(line.slice(line.lastIndexOf(' ')))] : []));
  return values.reduce((sum, value) => sum + value, 0);
}

it('requests, operations and plans are counted, and plans are found again', async () => {
  bistro = await openBistro();
  const query = 'query ($long: Boolean!) { dish(id: "1") { name price @include(if: $long) } }';
  const ask = (long: boolean) => bistro.ask(query, { variables: { long } });
  await ask(true);
  await ask(true);
  await ask(false);
  await ask(false);
  await ask(true);
  expect(await metric('plans_total{result="miss"}')).toBe(2);
  expect(await metric('plans_total{result="hit"}')).toBe(3);
  expect(await metric('operations_kept')).toBe(1);
  await expect.poll(() => metric('request_seconds_count{route="/graphql",method="POST",status="200"}')).toBe(5);
  expect(await metric('operation_seconds_count')).toBe(5);
  await bistro.ask('{ nothing }');
  expect(await metric('operations_kept')).toBe(1);
});

it.each(placements)('calls to subgraphs are counted by what came of them, %s', async (placement) => {
  bistro = await openBistro({ placement });
  await bistro.ask('{ dish(id: "1") { chef { name } } }');
  await bistro.ask('{ crash }');
  expect(await metric('subgraph_call_seconds_count{subgraph="menu",outcome="ok"}')).toBe(1);
  expect(await metric('subgraph_call_seconds_count{subgraph="tenants",outcome="ok"}')).toBe(1);
  expect(await metric('subgraph_call_seconds_count{subgraph="menu",outcome="errors"}')).toBe(1);
  if (!bistro.served.menu) return;
  await bistro.served.menu.crash();
  delete bistro.served.menu;
  await bistro.ask('{ dishes { name } }');
  expect(await metric('subgraph_call_seconds_count{subgraph="menu",outcome="failed"}')).toBe(1);
});

it('requests and their latencies are told by client: apps, API clients, names that are known, and all others', async () => {
  const operations = await mkdtemp(join(tmpdir(), 'metrics-'));
  const text = 'query Dishes { dishes { name } }';
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  await mkdir(join(operations, 'web'));
  await writeFile(join(operations, 'web/persisted-documents.json'), JSON.stringify({ [id]: text }));
  bistro = await openBistro({ operations, clients: ['ios'] });
  const asks = (headers: Record<string, string>, query = '{ whoAsks }') => bistro.ask(query, { headers });
  await asks({}, text);
  await asks({ 'graphql-client-name': 'ios' });
  await asks({ 'graphql-client-name': 'ios' }, text);
  await asks({ 'graphql-client-name': 'whatever' });
  await asks({});
  const count = (client: string) => metric(`client_request_seconds_count{client="${client}"}`);
  await expect.poll(() => metric('client_request_seconds_count')).toBe(5);
  expect([await count('web'), await count('ios'), await count('whatever'), await count('other')]).toEqual([2, 1, 0, 2]);
  expect(await metric('client_request_seconds_sum{client="web"}')).toBeGreaterThan(0);
  expect(await metric('client_operations_total{client="web",operation="Dishes"}')).toBe(2);
  await rm(operations, { recursive: true });
});

it('subscriptions are counted while they live, with their groups, messages and resumptions', async () => {
  bistro = await openBistro();
  const { menu, tenants, client } = bistro;
  const here = client(await tenants.login());
  const query = 'subscription { dishChanged(tenantId: "las-reinas") { dish { price } } }';
  const pair = [watch(here, query), watch(here, query)];
  await until(() => menu.watchers() === 1);
  await expect.poll(() => metric('subscriptions')).toBe(2);
  expect(await metric('subscription_groups')).toBe(1);
  menu.change('1', 1);
  menu.change('1', 2);
  await until(() => pair.every(({ results }) => results.length === 2));
  expect(await metric('subscription_events_total')).toBe(2);
  expect(await metric('subscription_messages_total')).toBe(4);
  const late = watch(here, query, undefined, { after: '1' });
  await until(() => late.results.length === 1);
  expect(await metric('subscriptions_resumed_total')).toBe(1);
  for (const each of [...pair, late]) each.stop();
  await expect.poll(() => metric('subscriptions')).toBe(0);
  await expect.poll(() => metric('subscription_groups')).toBe(0);
});

it('what subgraphs in its process asked of other companies is told too', async () => {
  bistro = await openBistro();
  measuresOf('Bakery').attempts.set('OK', 2);
  const text = await (await fetch(`${bistro.url}/metrics`)).text();
  expect(text).toContain('mycelium_vendor_calls_total{vendor="Bakery",outcome="OK"} 2');
});

describe('what is not done in the background', () => {
  const here = useRedis();

  it('is told by subgraph, kind and state, as the runners counted it last', async () => {
    bistro = await openBistro({ redisUrl: here.url });
    const tasks = async () => {
      const text = await (await fetch(`${bistro.url}/metrics`)).text();
      return text.split('\n').filter((line) => line.startsWith('mycelium_tasks{'));
    };
    const of = (kind: string, state: string, count: number) => ({ subgraph: 'tenants', kind, state, count });
    await keepCounts(here.redis, 'tenants', [of('mail', 'due', 3), of('mail', 'failed', 1)]);
    await keepCounts(here.redis, 'events', [{ ...of('purge', 'waiting', 1), subgraph: 'events' }]);
    expect((await tasks()).toSorted()).toEqual([
      'mycelium_tasks{subgraph="events",kind="purge",state="waiting"} 1',
      'mycelium_tasks{subgraph="tenants",kind="mail",state="due"} 3',
      'mycelium_tasks{subgraph="tenants",kind="mail",state="failed"} 1',
    ]);
    await keepCounts(here.redis, 'tenants', [of('mail', 'running', 2)]);
    expect((await tasks()).toSorted()).toEqual([
      'mycelium_tasks{subgraph="events",kind="purge",state="waiting"} 1',
      'mycelium_tasks{subgraph="tenants",kind="mail",state="running"} 2',
    ]);
  });
});

it.each([
  ['everyone, unless told otherwise', undefined, [200, 200, 200]],
  ['who has the token', { token: 'a-token-for-metrics' }, [401, 401, 200]],
  ['nobody', 'nobody' as const, [401, 401, 401]],
])('can be read by %s', async (_who, metricsReaders, expected) => {
  bistro = await openBistro({ metricsReaders });
  const read = async (authorization?: string) =>
    (await fetch(`${bistro.url}/metrics`, { headers: authorization ? { authorization } : {} })).status;
  expect([await read(), await read('Bearer another'), await read('Bearer a-token-for-metrics')]).toEqual(expected);
});
