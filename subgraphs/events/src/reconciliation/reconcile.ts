import { type Channel, recountChannel } from '@mycelium/bus/channel';
import { CHANNELS_KEY, changedKey, KEEP_KEY, queueKey, totalsKey } from '@mycelium/bus/keys';
import { keepAwake, sweepChannel } from '@mycelium/bus/sweep';
import type { Context } from '@mycelium/kit/context';
import { eachAlone } from '@mycelium/kit/transaction';
import type { Worker } from '@mycelium/kit/workers';
import type { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import type { EventActor } from '../event-job/event-job.ts';
import type { CounterRepair } from './reconciliation.ts';

/** How many deliveries one sweep of a channel gives up; a channel with more is swept again at once. */
const SWEPT_AT_ONCE = 200;

/** How long it can be read what a reconciliation found. */
const KEPT_DAYS = 7;

/** Every channel that ever had a delivery, by tenant. */
async function readChannels(redis: Redis): Promise<Map<string, Channel[]>> {
  const channels = (await redis.smembers(CHANNELS_KEY)).map((each) => {
    const at = each.indexOf(' ');
    const [source = '', target = ''] = each.slice(at + 1).split('>');
    return { tenant: each.slice(0, at), source, target };
  });
  return Map.groupBy(channels, ({ tenant }) => tenant);
}

/** How often late deliveries are given up. */
const SWEPT_EVERY_MS = 10_000;

/** Gives up what is late. While nothing waits it does nothing, and an outage costs nobody time. */
export const sweeper: Worker = {
  name: 'sweep',
  restMs: SWEPT_EVERY_MS,
  async hasWork(redis) {
    if (await isAnythingWaiting(redis)) return true;
    await keepAwake(redis, SWEPT_EVERY_MS);
    return false;
  },
  async turn(desk) {
    await desk.inTenant(undefined, undefined, sweepAll);
    return false;
  },
};

async function isAnythingWaiting(redis: Redis): Promise<boolean> {
  const reads = redis.pipeline();
  for (const { tenant, source, target } of [...(await readChannels(redis)).values()].flat())
    reads.xlen(queueKey(tenant, source, target));
  return ((await reads.exec()) ?? []).some(([error, length]) => error || Number(length) > 0);
}

/**
 * Gives up late deliveries, in every channel; one process at a time, so that none does the work of another. It takes the
 * database as well as Redis, and so it notices an outage of either.
 */
export async function sweepAll(ctx: Context): Promise<void> {
  if (!(await isAlone(ctx, 'events sweep'))) return;
  const slept = await keepAwake(ctx.redis, SWEPT_EVERY_MS);
  if (slept > 0) ctx.log.warn({ ms: slept }, 'the event bus was away; what waited has as much more time');
  const channels = await readChannels(ctx.redis);
  await eachAlone(ctx, channels.keys(), (tenant) => sweep(ctx.redis, channels.get(tenant) ?? []));
}

/** Compares the counters of every tenant with the deliveries that they count, and repairs them. */
export async function reconcileAll(ctx: Context): Promise<void> {
  if (!(await isAlone(ctx, 'events reconciliation'))) return;
  const channels = await readChannels(ctx.redis);
  await eachAlone(ctx, channels.keys(), (tenant) => reconcileChannels(ctx, tenant, channels.get(tenant) ?? []));
}

/** Reconciles the counters of one tenant now, since somebody asked for it; answers the reconciliation's id. */
export async function reconcile(ctx: Context, tenant: string): Promise<string> {
  const channels = (await readChannels(ctx.redis)).get(tenant) ?? [];
  const { kind, id } = ctx.viewer;
  return reconcileChannels(ctx, tenant, channels, { kind, id });
}

async function isAlone({ em }: Context, what: string): Promise<boolean> {
  const [lock] = await em.execute<{ taken: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 2)) as taken',
    [what],
  );
  return lock?.taken ?? false;
}

async function sweep(redis: Redis, channels: readonly Channel[]): Promise<number> {
  let gaveUp = 0;
  for (const channel of channels) {
    for (let ended = SWEPT_AT_ONCE; ended >= SWEPT_AT_ONCE; gaveUp += ended) {
      ended = await sweepChannel(redis, channel, SWEPT_AT_ONCE);
    }
  }
  return gaveUp;
}

async function reconcileChannels(
  ctx: Context,
  tenant: string,
  channels: readonly Channel[],
  by?: EventActor,
): Promise<string> {
  const { em, redis } = ctx;
  const gaveUp = await sweep(redis, channels);
  const repairs: CounterRepair[] = [];
  for (const channel of channels) {
    const { source, target } = channel;
    for (const [counter, { said, is }] of Object.entries(await recountChannel(redis, channel)))
      if (said !== is) repairs.push({ source, target, counter, said, is });
  }
  repairs.push(...(await repairStored(ctx, tenant, channels)));
  if (repairs.length > 0) await redis.publish(changedKey(tenant), String(Date.now()));
  const id = uuidv7();
  // Of reconciliations that nobody asked for and that found nothing, only the last one is kept.
  await em.execute(
    `delete from events.reconciliation where tenant_id = ?
       and (at < now() - interval '${KEPT_DAYS} days' or (by is null and gave_up = 0 and repairs = '[]'))`,
    [tenant],
  );
  await em.execute(
    `insert into events.reconciliation (id, tenant_id, at, channels, gave_up, repairs, by)
     values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)`,
    [id, tenant, new Date(), channels.length, gaveUp, JSON.stringify(repairs), by ? JSON.stringify(by) : null],
  );
  return id;
}

/** Compares the counters of what was given up with the rows in the database, which can be done only while the keeper has nothing to write. */
async function repairStored(
  { em, redis }: Context,
  tenant: string,
  channels: readonly Channel[],
): Promise<CounterRepair[]> {
  const fields = channels.map(({ source, target }) => `${source}>${target}|stored`);
  if (fields.length === 0) return [];
  const read = () => redis.hmget(totalsKey(tenant), ...fields);
  if ((await redis.xlen(KEEP_KEY)) > 0) return [];
  const before = await read();
  const rows = await em.execute<{ channel: string; count: number }[]>(
    `select source_application || '>' || target_application as channel, count(*)::int as count from events.event_tracking
     where tenant_id = ? and status in ('FAILED', 'TIMEOUT') group by 1`,
    [tenant],
  );
  const counts = new Map(rows.map(({ channel, count }) => [`${channel}|stored`, count]));
  // Counters that moved meanwhile are compared the next time.
  const after = await read();
  if ((await redis.xlen(KEEP_KEY)) > 0 || before.join() !== after.join()) return [];
  const repairs: CounterRepair[] = [];
  for (const [index, { source, target }] of channels.entries()) {
    const field = fields[index] ?? '';
    const [said, is] = [Number(after[index] ?? 0), counts.get(field) ?? 0];
    if (said === is) continue;
    await redis.hincrby(totalsKey(tenant), field, is - said);
    repairs.push({ source, target, counter: 'stored', said, is });
  }
  return repairs;
}
