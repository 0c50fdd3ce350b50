import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription ($t: ID!) { dishChanged(tenantId: $t) { dish { price chef { name } } } }';
const mine = { t: 'las-reinas' };

let bistro: Bistro;
afterEach(() => bistro?.close());

const post = async (payload: unknown, headers: Record<string, string> = {}) =>
  readEvents(`${bistro.url}/graphql`, { body: JSON.stringify(payload), headers });
const as = (token: string) => ({ authorization: `Bearer ${token}` });

describe.each(placements)('a subscription over server-sent events, its subgraphs %s', (placement) => {
  it('is completed as on a socket and shares its group, and resumes by Last-Event-ID', async () => {
    bistro = await openBistro({ placement });
    const { menu, tenants, client } = bistro;
    const token = await tenants.login();
    const socket = watch(client(token), CHANGED, mine);
    const stream = await post({ query: CHANGED, variables: mine }, as(token));
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await until(() => menu.watchers() === 1);
    const metrics = () => fetch(`${bistro.url}/metrics`).then((response) => response.text());
    await expect.poll(metrics).toContain('mycelium_gateway_subscriptions 2');
    menu.change('1', 31);
    await until(() => stream.results().length === 1 && socket.results.length === 1);
    const data = { dishChanged: { dish: { price: 31, chef: { name: 'Ana' } } } };
    expect(stream.results()).toEqual([{ data, extensions: { cursor: '1' } }]);
    expect(stream.events.at(-1)).toMatchObject({ event: 'next', id: '1' });
    stream.close();
    await expect.poll(metrics).toContain('mycelium_gateway_subscriptions 1');
    menu.change('1', 32);
    const query = new URLSearchParams({ query: CHANGED, variables: JSON.stringify(mine) });
    const back = await readEvents(`${bistro.url}/graphql?${query}`, {
      headers: { ...as(token), 'last-event-id': '1' },
    });
    await until(() => back.results().length === 1);
    expect(back.results()).toMatchObject([{ extensions: { cursor: '2' } }]);
    back.close();
    socket.stop();
    await until(() => menu.watchers() === 0);
  });
});

describe('an event stream', () => {
  it('is for what subscribes, where a client names all that it can read', async () => {
    bistro = await openBistro();
    const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
    const ask = (query: string) =>
      fetch(`${bistro.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      });
    const asked = await ask('{ dish(id: "1") { price } }');
    expect(asked.headers.get('content-type')).toContain('json');
    expect(await asked.json()).toEqual({ data: { dish: { price: 30 } } });
    const subscribed = await ask('subscription { tock }');
    expect(subscribed.headers.get('content-type')).toContain('text/event-stream');
    await subscribed.body?.cancel();
  });

  it('ends with complete after the answer of a query, or after what is wrong', async () => {
    bistro = await openBistro();
    const query = await post({ query: '{ dish(id: "1") { price } }' });
    await until(() => query.isOver());
    expect(query.results()).toEqual([{ data: { dish: { price: 30 } } }]);
    expect(query.events.at(-1)).toMatchObject({ event: 'complete' });
    const invalid = await post({ query: 'subscription { tock }' });
    await until(() => invalid.isOver());
    expect(invalid.results()).toMatchObject([{ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }]);
    const refused = await post({ query: CHANGED, variables: mine });
    await until(() => refused.isOver());
    expect(refused.results()).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    const elsewhere = await post({ query: CHANGED, variables: { t: 'el-farolito' } }, as(await bistro.tenants.login()));
    await until(() => elsewhere.isOver());
    expect(elsewhere.results()).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
  });

  it.each([
    ['no object', { body: '[]' }, '', 400],
    ['variables that are no JSON', {}, 'query={dishes{id}}&variables=%7B', 400],
    ['a forged token', { headers: { authorization: 'Bearer x.y.z' } }, 'query={dishes{id}}', 401],
    ['a mutation by GET', {}, 'query=mutation{setPrice(id:1,input:{amount:1}){id}}', 405],
  ])('is refused with a status for %s', async (_what, init, query, status) => {
    bistro = await openBistro({ open: status === 405 });
    const stream = await readEvents(`${bistro.url}/graphql?${query}`, init);
    expect([stream.status, bistro.menu.calls.length]).toEqual([status, 0]);
  });

  it('ends when its token expires', async () => {
    bistro = await openBistro();
    const stream = await post({ query: CHANGED, variables: mine }, as(await bistro.tenants.login({ expiresIn: '2s' })));
    await until(() => stream.isOver());
    expect(stream.results()).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect(stream.events.at(-1)).toMatchObject({ event: 'complete' });
    await until(() => bistro.menu.watchers() === 0);
  });

  it("ends when its session is revoked, and nobody else's does", async () => {
    const redis = await startRedis();
    const publisher = new Redis(redis.url);
    bistro = await openBistro({ redisUrl: redis.url });
    await expect.poll(async () => publisher.pubsub('NUMSUB', 'mycelium:access')).toEqual(['mycelium:access', 1]);
    const variables = mine;
    const revoked = await post({ query: CHANGED, variables }, as(await bistro.tenants.login({ sessionId: 's1' })));
    const kept = await post({ query: CHANGED, variables }, as(await bistro.tenants.login({ sessionId: 's2' })));
    await until(() => bistro.menu.watchers() === 1);
    await publisher.publish('mycelium:access', JSON.stringify({ revoked: 's1' }));
    await until(() => revoked.isOver());
    bistro.menu.change('1', 5);
    await until(() => kept.results().length === 1);
    kept.close();
    publisher.disconnect();
    await bistro.close();
    bistro = await openBistro();
    await redis.stop();
  });
});
