import { acknowledgeDeliveries, failDeliveries } from '@mycelium/bus/answer';
import { eventOf } from '@mycelium/bus/chaos/story';
import { totalsKey } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { usualPolicy } from '@mycelium/bus/policy';
import { publishToBus } from '@mycelium/bus/publish';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { openAlone } from '../alone.testing.ts';

const ALL = 1_000;
const BATCH = 100;

const tenant = uuidv7();
const alone = await openAlone();
const { redis, sql } = alone;
afterAll(alone.close);

const policy = { ...usualPolicy, breaker: { failures: 1_000_000, openMs: 1 } };
const lease = (most: number) =>
  leaseDeliveries(redis, { tenant, application: 'hr', consumer: 'test', leaseMs: 600_000, most, policy });
const refuse = (ids: readonly string[]) =>
  failDeliveries(
    redis,
    tenant,
    'hr',
    ids.map((id) => ({ id, reason: 'No such department.', mayRetry: false })),
    policy,
  );
const total = async (what: string) => Number(await redis.hget(totalsKey(tenant), `crm>hr|${what}`));
const stored = () =>
  sql<{ event_id: string }>(`select event_id from events.event_tracking where tenant_id = ? and status = 'FAILED'`, [
    tenant,
  ]);

/** Events that lie among the failed. */
async function giveUpAll(): Promise<void> {
  for (let n = 0; n < ALL; n += 500) {
    const some = Array.from({ length: 500 }, (_, at) => eventOf(tenant, n * 500 + at + 1, 'crm', 'user.created'));
    await publishToBus(
      redis,
      some.map((event) => ({ event: { ...event, orderingKey: undefined }, targets: ['hr'] })),
    );
    await refuse((await lease(500)).map(({ event }) => event.id));
  }
  await vi.waitFor(async () => expect(await stored()).toHaveLength(ALL), 40_000);
}

test('a job whose process is killed within a batch, and again further on, delivers each row exactly once', async () => {
  alone.start();
  await giveUpAll();
  const held = await alone.hold('event_tracking');
  const job = uuidv7();
  await sql(
    `insert into events.event_job (id, tenant_id, action, filter, status, total, done, actor)
     values (?, ?, 'RETRY', '{}', 'QUEUED', ?, 0, '{"kind":"user","id":"x"}')`,
    [job, tenant, ALL],
  );
  await sql(
    `select events_worker.add_job('event-job', json_build_object('tenantId', ?::text, 'input', json_build_object('jobId', ?::text)))`,
    [tenant, job],
  );
  const jobIs = async () =>
    (await sql<{ status: string; done: number }>('select status, done from events.event_job where id = ?', [job]))[0];
  await held.untilWaitedFor();
  expect(await total('retried')).toBe(BATCH);

  // While it has delivered the first batch and not yet written so: some are done, some fail again, some are under way.
  const delivered: string[] = [];
  const take = async () => {
    const ids = (await lease(500)).map(({ event }) => event.id);
    delivered.push(...ids);
    return ids;
  };
  const answer = (ids: readonly string[]) =>
    acknowledgeDeliveries(
      redis,
      tenant,
      'hr',
      ids.map((id) => ({ id })),
    );
  const first = await take();
  expect(first).toHaveLength(BATCH);
  const refused = first.slice(40, 70);
  await answer(first.slice(0, 40));
  await refuse(refused);
  await alone.kill();
  await held.release();
  alone.start();
  await answer(first.slice(70));

  const work = async () => {
    const ids = await take();
    if (ids.length > 0) await answer(ids);
  };
  await vi.waitFor(
    async () => {
      await work();
      expect((await jobIs())?.done).toBeGreaterThan(0);
    },
    { timeout: 40_000, interval: 5 },
  );
  // It is had between two batches.
  const between = await alone.hold('event_job');
  expect(await jobIs()).toMatchObject({ status: 'RUNNING' });
  await alone.kill();
  await between.release();
  alone.start();
  await vi.waitFor(
    async () => {
      await work();
      expect([(await jobIs())?.status, await total('pending')]).toEqual(['DONE', 0]);
    },
    { timeout: 40_000, interval: 20 },
  );

  expect(new Set(delivered).size).toBe(ALL);
  expect(delivered).toHaveLength(ALL);
  expect(await total('retried')).toBe(ALL);
  await vi.waitFor(async () => expect((await stored()).map((row) => row.event_id).sort()).toEqual(refused.toSorted()));
  expect(await total('stored')).toBe(refused.length);
}, 120_000);
