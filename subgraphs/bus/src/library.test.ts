import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeDeliveries } from './answer.ts';
import { openTestBus, type TestBus } from './bus.testing.ts';

let bus: TestBus;
beforeAll(async () => {
  bus = await openTestBus();
});
afterAll(() => bus.close());

const libraries = async (): Promise<string> => JSON.stringify(await bus.redis.function('LIST'));
const other = (name: string): string =>
  `#!lua name=${name}\nredis.register_function('${name}_publish', function() return redis.error_reply('of another version') end)`;

test('a process of another version that brings its own library takes nothing from ours', async () => {
  const tenant = uuidv7();
  await bus.publish(tenant);
  await bus.redis.set('mycelium:library:mycelium_older', 1, 'EX', 60);
  // One of the time when the name had no version, and one that has.
  await bus.redis.function('LOAD', 'REPLACE', other('mycelium'));
  await bus.redis.function('LOAD', 'REPLACE', other('mycelium_older'));
  const id = await bus.publish(tenant);
  await bus.lease(tenant);
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id }])).toEqual(['ACKNOWLEDGED']);
});

test('a library that nobody has used for a week goes, one in use stays, and one that Redis lost comes back', async () => {
  await bus.redis.del('mycelium:library:mycelium_older');
  await bus.redis.function('LOAD', 'REPLACE', other('mycelium_newer'));
  await bus.redis.set('mycelium:library:mycelium_newer', 1, 'EX', 60);
  // A new process loads when it begins.
  const begun = new Redis(bus.redis.options);
  await acknowledgeDeliveries(begun, uuidv7(), 'hr', [{ id: uuidv7() }]);
  begun.disconnect();
  const left = await libraries();
  expect(left).not.toContain('mycelium_older');
  expect(left).toContain('mycelium_newer');
  await bus.redis.function('FLUSH');
  await bus.publish(uuidv7());
  expect(await libraries()).toMatch(/mycelium_[0-9a-f]{12}/);
});
