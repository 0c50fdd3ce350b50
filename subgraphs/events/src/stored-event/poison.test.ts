import { failDeliveries } from '@mycelium/bus/answer';
import { eventOf } from '@mycelium/bus/chaos/story';
import { KEEP_KEY } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { ASIDE_KEY } from '@mycelium/kit/aside';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { wakeWorkers } from '@mycelium/kit/workers';
import type { Event } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { keeper } from './keep.ts';

let testing: TestSubgraph;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(events);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

interface Poison {
  event?: Partial<Event>;
  consumer?: string;
  reason?: string;
}

async function failOne(
  tenant: string,
  { event: part, consumer = 'test', reason = 'No such department.' }: Poison = {},
) {
  const event = { ...eventOf(tenant, 1, 'crm', 'user.created'), ...part };
  await publishToBus(redis, [{ event, targets: ['hr'] }]);
  await leaseDeliveries(redis, { tenant, application: 'hr', consumer, leaseMs: 60_000, most: 1 });
  await failDeliveries(redis, tenant, 'hr', [{ id: event.id, reason, mayRetry: false }]);
  return event;
}

const FAILED = 'failedEvents { totalCount edges { node { id eventId payload lastError consumer } } }';

async function failed(tenant: string, count: number) {
  const owner = testing.as(person('OWNER', tenant));
  return vi.waitFor(async () => {
    const { failedEvents } = await owner.ofTenant<{
      failedEvents: { totalCount: number; edges: { node: Record<string, unknown> }[] };
    }>(FAILED, { t: tenant });
    expect(failedEvents.totalCount).toBe(count);
    return failedEvents.edges.map(({ node }) => node);
  });
}

const EMOJI = '\ud83d';

test.each<[string, Poison]>([
  ['a NUL in the reason', { reason: 'bad\0byte' }],
  ['half an emoji in the reason', { reason: `cut ${EMOJI}` }],
  ['a NUL in the payload', { event: { payload: { s: 'bad\0byte' } } }],
  ['half an emoji in the payload', { event: { payload: { s: `cut ${EMOJI}` } } }],
  ['a NUL in a key of the payload', { event: { payload: { 'k\0': 1 } } }],
  ['a NUL in the name of the consumer', { consumer: 'w\0rk' }],
  ['a NUL in the ordering key', { event: { orderingKey: 'k\0' } }],
  ['a NUL in the type', { event: { type: 'user.cre\0ted' } }],
  ['a text in place of the payload', { event: { payload: 'text' } }],
])('%s: its row is there, and so is that of the next tenant', async (_, poison) => {
  const [tenant, other] = [uuidv7(), uuidv7()];
  const event = await failOne(tenant, poison);
  await failOne(other);
  const [row] = await failed(tenant, 1);
  expect(row).toMatchObject({ eventId: event.id });
  expect(row?.payload).toEqual(typeof event.payload === 'string' ? { value: event.payload } : event.payload);
  await failed(other, 1);
});

test('a failure with a payload that no jsonb keeps is retried as it was published', async () => {
  const tenant = uuidv7();
  const event = await failOne(tenant, { event: { payload: { s: `bad\0 ${EMOJI}` } } });
  const [row] = await failed(tenant, 1);
  const owner = testing.as(person('OWNER', tenant));
  await owner.run('mutation ($id: ID!) { retryEvent(id: $id) { status } }', { id: row?.id });
  const [delivery] = await leaseDeliveries(redis, {
    ...{ tenant, application: 'hr', consumer: 'test', leaseMs: 60_000, most: 1 },
  });
  expect(delivery?.event).toEqual(event);
});

const told = (tenant: string, more: Record<string, string> = {}) => ({
  ...{ tenant, application: 'hr', id: uuidv7(), what: 'FAILED', error: 'x', attempts: '[]' },
  event: JSON.stringify(eventOf(tenant, 1, 'crm', 'user.created')),
  ...more,
});

const QUARANTINE = `query ($t: ID!) {
  quarantine(tenantId: $t) { totalCount edges { node { id place entry reason at } } }
}`;

test.each([
  ['an event that is none', { event: '' }],
  ['an event of another form', { event: '{"id":1}' }],
  ['a time that is none', { published: '99999999999999999999' }],
  ['attempts that are no JSON', { attempts: '[' }],
  ['a word that is not known', { what: 'LOST' }],
  ['an id that is none', { id: 'x' }],
])(
  '%s: it is in quarantine with its reason, can be retried and discarded, and all others have their rows',
  async (_, bad) => {
    const [tenant, other] = [uuidv7(), uuidv7()];
    const owner = testing.as(person('OWNER', tenant));
    const entry = told(tenant, bad);
    const steps = redis.multi();
    for (const each of [told(other), told(tenant), entry, told(other), told(tenant)])
      steps.xadd(KEEP_KEY, '*', ...Object.entries(each).flat());
    await steps.exec();
    wakeWorkers(keeper.name);
    await failed(tenant, 2);
    await failed(other, 2);
    const aside = (count: number) =>
      vi.waitFor(async () => {
        const { quarantine } = await owner.run<{
          quarantine: { totalCount: number; edges: { node: { id: string; entry: string; reason: string } }[] };
        }>(QUARANTINE, { t: tenant });
        expect([quarantine.totalCount, quarantine.edges.length]).toEqual([count, count]);
        return quarantine.edges[0]?.node;
      });
    const first = await aside(1);
    expect(JSON.parse(first?.entry ?? '')).toEqual(entry);
    expect(first?.reason).not.toBe('');
    expect(
      await testing.as(person('OWNER', other)).refusal(`mutation { discardQuarantinedEntry(id: "${first?.id}") }`),
    ).toMatchObject({ code: 'NOT_FOUND' });
    await owner.run(`mutation { retryQuarantinedEntry(id: "${first?.id}") }`);
    // It is no better than before.
    const again = await vi.waitFor(async () => {
      const found = await aside(1);
      expect(found?.id).not.toBe(first?.id);
      return found;
    });
    await owner.run(`mutation { discardQuarantinedEntry(id: "${again?.id}") }`);
    await aside(0);
  },
);

test('what belongs in the audit log is not for a tenant to discard', async () => {
  const tenant = uuidv7();
  const fields = { place: 'AUDIT', key: uuidv7(), tenant, entry: '{}', reason: 'x' };
  await redis.xadd(ASIDE_KEY, '*', ...Object.entries(fields).flat());
  await redis.publish(ASIDE_KEY, '');
  const owner = testing.as(person('OWNER', tenant));
  const id = await vi.waitFor(async () => {
    const { quarantine } = await owner.run<{ quarantine: { edges: { node: { id: string } }[] } }>(QUARANTINE, {
      t: tenant,
    });
    expect(quarantine.edges).toHaveLength(1);
    return quarantine.edges[0]?.node.id;
  });
  expect(await owner.refusal(`mutation { discardQuarantinedEntry(id: "${id}") }`)).toMatchObject({ code: 'FORBIDDEN' });
  await testing.as(person('ADMIN', tenant)).run(`mutation { discardQuarantinedEntry(id: "${id}") }`);
});

test('what says of no tenant that it belongs to it is seen and discarded by the platform alone', async () => {
  const tenant = uuidv7();
  await redis.xadd(KEEP_KEY, '*', ...Object.entries(told(tenant, { tenant: 'nobody' })).flat());
  const OF_NOBODY = '{ quarantine { totalCount edges { node { id entry } } } }';
  const [admin, owner] = [testing.as(person('ADMIN', tenant)), testing.as(person('OWNER', tenant))];
  const id = await vi.waitFor(async () => {
    const { quarantine } = await admin.run<{ quarantine: { edges: { node: { id: string; entry: string } }[] } }>(
      OF_NOBODY,
    );
    expect(quarantine.edges).toMatchObject([{ node: { entry: expect.stringContaining('nobody') } }]);
    return quarantine.edges[0]?.node.id;
  });
  expect(await owner.refusal(OF_NOBODY)).toMatchObject({ code: 'FORBIDDEN' });
  const discard = `mutation { discardQuarantinedEntry(id: "${id}") }`;
  expect(await owner.refusal(discard)).toMatchObject({ code: 'NOT_FOUND' });
  await admin.run(discard);
  expect(await admin.run(OF_NOBODY)).toMatchObject({ quarantine: { totalCount: 0 } });
});

test('a notice that nobody could be shown goes back on its way as a new event, since the old one was heard', async () => {
  const tenant = uuidv7();
  const owner = testing.as(person('OWNER', tenant));
  const event = { ...eventOf(tenant, 1, 'crm', 'notice.raised'), payload: { userId: uuidv7(), kind: 'sync.failed' } };
  const aside = { place: 'NOTICE', key: event.id, tenant, entry: JSON.stringify(event), reason: 'Nobody has this id.' };
  await redis.xadd(ASIDE_KEY, '*', ...Object.entries(aside).flat());
  await redis.publish(ASIDE_KEY, '');
  const { quarantine } = await vi.waitFor(async () => {
    const answer = await owner.run<{ quarantine: { edges: { node: { id: string } }[] } }>(QUARANTINE, { t: tenant });
    expect(answer.quarantine.edges).toMatchObject([{ node: { place: 'NOTICE' } }]);
    return answer;
  });
  await owner.run('mutation ($id: ID!) { retryQuarantinedEntry(id: $id) }', { id: quarantine.edges[0]?.node.id });
  const [delivery] = await leaseDeliveries(redis, {
    ...{ tenant, application: 'wrapper', consumer: 'test', leaseMs: 60_000, most: 1 },
  });
  expect(delivery?.event).toMatchObject({ type: 'notice.raised', payload: event.payload });
  expect(delivery?.event.id).not.toBe(event.id);
});
