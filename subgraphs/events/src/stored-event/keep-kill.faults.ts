import { failDeliveries } from '@mycelium/bus/answer';
import { eventOf } from '@mycelium/bus/chaos/story';
import { KEEP_KEY } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { openAlone } from '../alone.testing.ts';

const alone = await openAlone();
const { redis, sql } = alone;
afterAll(alone.close);

test('what a keeper wrote that was killed before the bus heard so does not come back after somebody decided', async () => {
  const tenant = uuidv7();
  const [discarded, retried] = [1, 2].map((n) => eventOf(tenant, n, 'crm', 'user.created'));
  if (!discarded || !retried) throw new Error('There are two.');
  alone.start();
  const held = await alone.hold('event_tracking');
  const both = [discarded, retried];
  await publishToBus(
    redis,
    both.map((event) => ({ event, targets: ['hr'] })),
  );
  await leaseDeliveries(redis, { tenant, application: 'hr', consumer: 'test', leaseMs: 60_000, most: 2 });
  const failures = both.map(({ id }) => ({ id, reason: 'No such department.', mayRetry: false }));
  await failDeliveries(redis, tenant, 'hr', failures);
  await held.untilWaitedFor();
  await alone.stopWriting();
  await held.release();
  const rows = () =>
    sql<{ event_id: string; status: string }>(
      'select event_id, status from events.event_tracking where tenant_id = ?',
      [tenant],
    );
  await vi.waitFor(async () => expect(await rows()).toHaveLength(2));
  await alone.kill();
  await alone.letWrite();
  expect((await redis.xpending(KEEP_KEY, 'keeper'))[0]).toBe(2);

  await sql('delete from events.event_tracking where event_id = ?', [discarded.id]);
  await sql(`update events.event_tracking set status = 'PUBLISHED' where event_id = ?`, [retried.id]);
  alone.start();
  await vi.waitFor(async () => expect(await redis.xlen(KEEP_KEY)).toBe(0), 40_000);
  expect((await redis.xpending(KEEP_KEY, 'keeper'))[0]).toBe(0);
  expect(await rows()).toEqual([{ event_id: retried.id, status: 'PUBLISHED' }]);
}, 120_000);
