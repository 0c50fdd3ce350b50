import { changedKey, KEEP_KEY } from '@mycelium/kit/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { isLater } from '@mycelium/kit/feed-cursor';
import type { Desk, Worker } from '@mycelium/kit/workers';
import { type Told, toldSchema, writeRows } from './write-rows.ts';

const GROUP = 'keeper';
const BATCH = 200;

type Entry = [id: string, fields: string[]];

/**
 * Writes to the database what the bus says it is to know, in the order in which it said so: first what a keeper that
 * died had begun, then what is new. How far it is stands beside the rows, written with them: what a keeper wrote that died
 * before the bus heard so is not written again, since meanwhile somebody may have retried or discarded it.
 */
export const keeper: Worker = {
  name: 'event-keeper',
  restMs: 500,
  async turn(desk) {
    return desk.inTenant(undefined, undefined, async (ctx) => {
      // One keeper at a time, so that the order is kept.
      const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
        "select pg_try_advisory_xact_lock(hashtextextended('events keeper', 2)) as taken",
      );
      if (!lock?.taken) return false;
      const entries = await readEntries(ctx);
      const told = understand(entries.unwritten, desk.log);
      await writeRows(ctx, told);
      await noteReached(ctx, entries.unwritten);
      if (entries.all.length > 0) await forget(ctx, entries.all);
      await tellChanged(ctx, told);
      return entries.all.length === BATCH;
    });
  },
};

async function readEntries({ em, redis }: Context): Promise<{ all: Entry[]; unwritten: Entry[] }> {
  await redis.xgroup('CREATE', KEEP_KEY, GROUP, '0', 'MKSTREAM').catch((error: unknown) => {
    if (!String(error).includes('BUSYGROUP')) throw error;
  });
  const read = async (from: string): Promise<Entry[]> => {
    const answer = (await redis.xreadgroup('GROUP', GROUP, GROUP, 'COUNT', BATCH, 'STREAMS', KEEP_KEY, from)) as
      | [string, Entry[]][]
      | null;
    return answer?.[0]?.[1] ?? [];
  };
  const begun = await read('0');
  if (begun.length > 0) {
    const [row] = await em.execute<{ reached: string }[]>('select reached from events.keeper where stream = ?', [
      KEEP_KEY,
    ]);
    return { all: begun, unwritten: begun.filter(([id]) => isLater(id, row?.reached ?? '')) };
  }
  const all = await read('>');
  return { all, unwritten: all };
}

async function noteReached({ em }: Context, written: readonly Entry[]): Promise<void> {
  const [last] = written.at(-1) ?? [];
  if (!last) return;
  await em.execute(
    'insert into events.keeper (stream, reached) values (?, ?) on conflict (stream) do update set reached = excluded.reached',
    [KEEP_KEY, last],
  );
}

/** After the rows are written, though not yet committed: what is forgotten too early would be lost, so this waits for the commit. */
async function forget({ em, redis }: Context, entries: readonly Entry[]): Promise<void> {
  await em.commit();
  const ids = entries.map(([id]) => id);
  await redis
    .multi()
    .xack(KEEP_KEY, GROUP, ...ids)
    .xdel(KEEP_KEY, ...ids)
    .exec();
  await em.begin();
}

/** Whoever follows a tenant's events looks again: the rows are there now. */
async function tellChanged({ redis }: Context, told: readonly Told[]): Promise<void> {
  for (const tenant of new Set(told.map((each) => each.tenant)))
    await redis.publish(changedKey(tenant), String(Date.now()));
}

/** What the bus tells; something that makes no sense is logged, and holds up nothing. */
function understand(entries: readonly Entry[], log: Desk['log']): Told[] {
  return entries.flatMap(([, fields]) => {
    const pairs = Array.from({ length: fields.length / 2 }, (_, at) => [fields[at * 2], fields[at * 2 + 1]]);
    const parsed = toldSchema.safeParse(Object.fromEntries(pairs));
    if (parsed.success) return [parsed.data];
    log.error({ err: parsed.error }, 'the bus told the keeper something that it does not understand');
    return [];
  });
}
