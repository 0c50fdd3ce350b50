import { describe, expect, it } from 'vitest';
import { hashText } from '../../src/persisted/document-id.ts';
import type { Bistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';
import { all, CHANGES, COST, codeAt, DISHES, KEY, partner, past, soon, TICKS, useGateways } from './partner.ts';

const { server, open, isHeard } = useGateways();

/** Two gateways with one Redis, which both listen. */
async function openTwo(): Promise<[Bistro, Bistro]> {
  const one = await open({ redisUrl: server.url });
  const other = await open({ redisUrl: server.url });
  await isHeard();
  return [one, other];
}

describe.each(['in Redis', 'in this process'])('a list %s', (where) => {
  const openOne = async () => {
    if (where !== 'in Redis') return open();
    const bistro = await open({ redisUrl: server.url });
    await isHeard();
    return bistro;
  };

  it('is read as it was written, changed in parts, and removed', async () => {
    const { clientLists } = await openOne();
    expect(await clientLists.read('p')).toBeUndefined();
    const terms = { scopes: ['menu:read'], perMinute: 5, perHour: 50, cost: 9, subscriptions: 2, expiresAt: soon(9e6) };
    await clientLists.write('p', { ...terms, documents: [{ text: DISHES, expiresAt: past }] });
    expect(await clientLists.read('p')).toEqual({ ...terms, documents: [{ text: DISHES, expiresAt: past }] });
    await clientLists.change('p', { cost: 10, perHour: null, add: [{ text: COST }], remove: [hashText(DISHES)] });
    const { perHour: _perHour, ...left } = terms;
    expect(await clientLists.read('p')).toEqual({ ...left, cost: 10, documents: [{ text: COST }] });
    await clientLists.write('p', { documents: [{ text: DISHES }] });
    expect(await clientLists.read('p')).toEqual({ documents: [{ text: DISHES }] });
    await clientLists.remove('p');
    expect(await clientLists.read('p')).toBeUndefined();
  });

  it.each<[string, object]>([
    ['a limit that is none', { perMinute: 0 }],
    ['a moment that is none', { expiresAt: 'tomorrow' }],
    ['a term that does not exist', { colour: 'red' }],
    ['a document without a text', { documents: [{ text: '' }] }],
  ])('with %s is refused, and the old one stays', async (_what, part) => {
    const { clientLists } = await openOne();
    await clientLists.write('p', all);
    await expect(clientLists.write('p', { ...all, ...part })).rejects.toThrow();
    expect((await clientLists.read('p'))?.documents).toHaveLength(4);
  });

  it('decides what its client may ask, from one request to the next', async () => {
    const bistro = await openOne();
    expect(await codeAt(bistro, DISHES)).toBe('PERSISTED_OPERATION_REQUIRED');
    await bistro.clientLists.write(partner.id, all);
    await expect.poll(() => codeAt(bistro, DISHES)).toBeUndefined();
    await bistro.clientLists.change(partner.id, { remove: [hashText(DISHES)] });
    await expect.poll(() => codeAt(bistro, DISHES)).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await codeAt(bistro, COST)).toBeUndefined();
  });

  it('ends with its time, for new requests and for subscriptions that run', async () => {
    const bistro = await openOne();
    const { menu, clientLists, client } = bistro;
    await clientLists.write(partner.id, {
      documents: [{ text: CHANGES }, { text: TICKS }, { text: COST, expiresAt: past }],
    });
    await expect.poll(() => codeAt(bistro, COST)).toBe('PERSISTED_OPERATION_EXPIRED');
    const here = client(KEY);
    const changes = watch(here, CHANGES);
    const ticks = watch(here, TICKS);
    await until(() => menu.watchers() === 2);
    await clientLists.change(partner.id, { add: [{ text: CHANGES, expiresAt: soon(300) }] });
    await until(() => changes.failure !== undefined);
    expect(changes.failure).toMatchObject([{ extensions: { code: 'PERSISTED_OPERATION_EXPIRED' } }]);
    await until(() => menu.watchers() === 1);
    menu.tick(1);
    await until(() => ticks.results.length === 1);
    await clientLists.change(partner.id, { expiresAt: soon(300) });
    await until(() => ticks.failure !== undefined);
    expect(ticks.failure).toMatchObject([{ extensions: { code: 'PERSISTED_OPERATION_EXPIRED' } }]);
    expect(await codeAt(bistro, TICKS)).toBe('PERSISTED_OPERATION_EXPIRED');
    await until(() => menu.watchers() === 0);
  });
});

describe('a list of a client with two gateways', () => {
  it('that loses an operation ends its subscriptions at both, on sockets and event streams, and nothing else', async () => {
    const [one, other] = await openTwo();
    await one.clientLists.write(partner.id, all);
    const socket = one.client(KEY);
    const changes = watch(socket, CHANGES);
    const ticks = watch(socket, TICKS);
    const person = watch(one.client(await one.tenants.login()), CHANGES);
    const stream = await readEvents(`${other.url}/graphql`, {
      body: JSON.stringify({ documentId: hashText(CHANGES) }),
      headers: { 'x-api-key': KEY },
    });
    await until(() => one.menu.watchers() === 3 && other.menu.watchers() === 1);
    await one.clientLists.change(partner.id, { remove: [hashText(CHANGES)] });
    const revoked = { extensions: { code: 'PERSISTED_OPERATION_REVOKED' } };
    await until(() => changes.failure !== undefined && stream.isOver());
    expect(changes.failure).toMatchObject([revoked]);
    expect(stream.results()).toMatchObject([{ errors: [revoked] }]);
    expect(stream.events.at(-1)).toMatchObject({ event: 'complete' });
    one.menu.tick(1);
    one.menu.change('1', 31);
    await until(() => ticks.results.length === 1 && person.results.length === 1);
  });

  it('narrows the scopes of the credential at once, also for what runs', async () => {
    const [one, other] = await openTwo();
    await one.clientLists.write(partner.id, all);
    const socket = one.client(KEY);
    const changes = watch(socket, CHANGES);
    const ticks = watch(socket, TICKS);
    await until(() => one.menu.watchers() === 2);
    expect(await codeAt(other, COST)).toBeUndefined();
    await other.clientLists.change(partner.id, { scopes: ['menu:admin'] });
    await until(() => changes.failure !== undefined);
    expect(changes.failure).toMatchObject([{ path: ['dishChanged'], extensions: { code: 'FORBIDDEN' } }]);
    for (const bistro of [one, other]) await expect.poll(() => codeAt(bistro, COST)).toBe('FORBIDDEN');
    const again = watch(socket, CHANGES);
    await until(() => again.failure !== undefined);
    expect(again.failure).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await one.clientLists.change(partner.id, { scopes: ['menu:read', 'menu:write'] });
    for (const bistro of [one, other]) await expect.poll(() => codeAt(bistro, COST)).toBeUndefined();
    expect(ticks.failure).toBeUndefined();
  });

  it('is looked at again when a gateway has not heard for a while', async () => {
    const [one, other] = await openTwo();
    await one.clientLists.write(partner.id, all);
    const changes = watch(one.client(KEY), CHANGES);
    await until(() => one.menu.watchers() === 1);
    expect(await codeAt(other, COST)).toBeUndefined();
    // Nobody tells of it, as if the message had been lost with the connection.
    await server.redis.hdel(`mycelium:operations:${partner.id}`, hashText(CHANGES), hashText(COST));
    await server.redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await until(() => changes.failure !== undefined);
    expect(changes.failure).toMatchObject([{ extensions: { code: 'PERSISTED_OPERATION_REVOKED' } }]);
    for (const bistro of [one, other]) {
      await expect.poll(() => codeAt(bistro, COST)).toBe('PERSISTED_OPERATION_REQUIRED');
    }
  });

  it('is what a subgraph writes into Redis; what is no record there is not registered', async () => {
    const [one] = await openTwo();
    const key = `mycelium:operations:${partner.id}`;
    await server.redis.hset(key, {
      [hashText(DISHES)]: JSON.stringify({ text: DISHES }),
      [hashText(COST)]: JSON.stringify({ text: DISHES }),
      cost: '10',
    });
    await server.redis.publish('mycelium:operations', JSON.stringify({ client: partner.id }));
    await expect.poll(() => codeAt(one, DISHES)).toBe('OPERATION_TOO_COSTLY');
    expect(await codeAt(one, COST)).toBe('PERSISTED_OPERATION_REQUIRED');
    await server.redis.hset(key, 'cost', 'much');
    await server.redis.publish('mycelium:operations', JSON.stringify({ client: partner.id }));
    await expect.poll(() => codeAt(one, DISHES)).toBe('UNAVAILABLE');
  });
});
