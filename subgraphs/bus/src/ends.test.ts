import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeDeliveries } from './answer.ts';
import { openTestBus, type TestBus } from './bus.testing.ts';
import { claimEnds, hearEnds, letGoOfEnds, readEnds } from './ends.ts';

let bus: TestBus;
beforeAll(async () => {
  bus = await openTestBus();
});
afterAll(() => bus.close());

/** One event that HR has acknowledged. */
async function onboard(): Promise<string> {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  await bus.lease(tenant);
  await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id, data: { onboardingId: 'o1' } }]);
  return id;
}

test('what a process read and died with is claimed by another, until one has kept it', async () => {
  await hearEnds(bus.redis, 'crm', ['user.created']);
  const id = await onboard();
  const read = await readEnds(bus.redis, 'crm', 10);
  expect(read).toMatchObject([{ target: 'hr', event: { id }, outcome: 'ACKNOWLEDGED', data: { onboardingId: 'o1' } }]);
  expect(read).toMatchObject([{ endedAt: expect.any(Date) }]);
  expect(await readEnds(bus.redis, 'crm', 10)).toEqual([]);
  const places = read.map(({ place }) => place);
  expect((await claimEnds(bus.redis, 'crm', 0)).map(({ place }) => place)).toEqual(places);
  await letGoOfEnds(bus.redis, 'crm', places);
  expect(await claimEnds(bus.redis, 'crm', 0)).toEqual([]);
});

test('who no longer hears a type is kept nothing of it', async () => {
  await hearEnds(bus.redis, 'crm', ['partner.registered']);
  await onboard();
  await hearEnds(bus.redis, 'crm', []);
  await onboard();
  expect(await bus.redis.xlen('mycelium:bus:ends:crm')).toBe(0);
});
