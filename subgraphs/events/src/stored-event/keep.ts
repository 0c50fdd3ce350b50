import { changedKey, KEEP_KEY } from '@mycelium/bus/keys';
import { setAside } from '@mycelium/kit/aside';
import type { Context } from '@mycelium/kit/context';
import { isLater } from '@mycelium/kit/feed-cursor';
import { inHalves } from '@mycelium/kit/halves';
import { forgetEntries, isWaiting, readStream, type StreamEntry } from '@mycelium/kit/stream';
import { afterCommit, inSavepoint } from '@mycelium/kit/transaction';
import type { Worker } from '@mycelium/kit/workers';
import { validate as isUuid } from 'uuid';
import { type Told, toldSchema, writeRows } from './write-rows.ts';

const STREAM = { key: KEEP_KEY, group: 'keeper' };
const BATCH = 200;

/**
 * Writes to the database what the bus says of deliveries, in the order in which it was said: first the entries that a keeper
 * had read that died, then new ones. How far the keeper is stands beside the rows, written with them: an entry that was written by
 * one that died before the bus forgot it is not written again, since meanwhile somebody may have retried or discarded the event.
 * What cannot be written is set aside, and holds up nothing.
 */
export const keeper: Worker = {
  name: 'event-keeper',
  restMs: 500,
  hasWork: (redis) => isWaiting(redis, STREAM),
  async turn(desk) {
    return desk.inTenant(undefined, undefined, async (ctx) => {
      // One keeper at a time, so that the order is kept.
      const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
        "select pg_try_advisory_xact_lock(hashtextextended('events keeper', 2)) as taken",
      );
      if (!lock?.taken) return false;
      const { all, unwritten } = await readEntries(ctx);
      const told = await write(ctx, unwritten);
      await noteReached(ctx, unwritten);
      // An entry that the bus forgets before its row is kept would be lost.
      afterCommit(ctx, async () => {
        await forgetEntries(ctx.redis, STREAM, all);
        await tellChanged(ctx, told);
      });
      return all.length === BATCH;
    });
  },
};

async function readEntries({ em, redis }: Context): Promise<{ all: StreamEntry[]; unwritten: StreamEntry[] }> {
  const { entries, wereBegun } = await readStream(redis, STREAM, BATCH);
  if (!wereBegun) return { all: entries, unwritten: entries };
  const [row] = await em.execute<{ reached: string }[]>('select reached from events.keeper where stream = ?', [
    KEEP_KEY,
  ]);
  return { all: entries, unwritten: entries.filter(({ id }) => isLater(id, row?.reached ?? '')) };
}

/** Writes the rows of those entries that can be written, and answers what these said. */
async function write(ctx: Context, entries: readonly StreamEntry[]): Promise<Told[]> {
  const written: Told[] = [];
  await inHalves(
    entries,
    async (some) => {
      const told = some.map(({ fields }) => toldSchema.parse(fields));
      await inSavepoint(ctx, () => writeRows(ctx, told));
      written.push(...told);
    },
    ({ id, fields }, reason) => {
      const tenantId = isUuid(fields.tenant) ? fields.tenant : undefined;
      return setAside(ctx.redis, ctx.log, { place: 'KEEPER', key: id, tenantId, entry: fields, reason });
    },
  );
  return written;
}

async function noteReached({ em }: Context, written: readonly StreamEntry[]): Promise<void> {
  const last = written.at(-1);
  if (!last) return;
  await em.execute(
    'insert into events.keeper (stream, reached) values (?, ?) on conflict (stream) do update set reached = excluded.reached',
    [KEEP_KEY, last.id],
  );
}

/** Has everybody who follows a tenant's events look again, now that the rows are there. */
async function tellChanged({ redis }: Context, told: readonly Told[]): Promise<void> {
  for (const tenant of new Set(told.map((each) => each.tenant)))
    await redis.publish(changedKey(tenant), String(Date.now()));
}
