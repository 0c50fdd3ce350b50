import { KEEP_KEY, settingsKey } from '@mycelium/kit/bus/keys';
import type { Context } from '@mycelium/kit/context';
import type { Desk, Worker } from '@mycelium/kit/workers';
import { eventSchema } from '@mycelium/schema/events';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerOf } from '../tracking/answer.ts';

const GROUP = 'keeper';
const BATCH = 200;

type Entry = [id: string, fields: string[]];

const toldSchema = z.object({
  tenant: z.uuid(),
  application: z.string(),
  id: z.uuid(),
  what: z.enum(['PUBLISHED', 'ACKNOWLEDGED', 'FAILED', 'TIMEOUT']),
  event: z.string().optional(),
  error: z.string().optional(),
  attempts: z.string().optional(),
  published: z.coerce.number().optional(),
  ended: z.coerce.number().optional(),
  answer: z.string().optional(),
});
type Told = z.infer<typeof toldSchema>;

/**
 * Writes to the database what the bus says it is to know, in the order in which it said so: first what a keeper that
 * died had begun, then what is new. Written once more, a row is what it was, so nothing is lost or doubled by a kill.
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
      for (const [, fields] of entries) await keep(ctx, desk, fields);
      if (entries.length > 0) await forget(ctx, entries);
      return entries.length === BATCH;
    });
  },
};

async function readEntries({ redis }: Context): Promise<Entry[]> {
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
  return begun.length > 0 ? begun : read('>');
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

async function keep(ctx: Context, { log }: Desk, fields: readonly string[]): Promise<void> {
  const parsed = toldSchema.safeParse(
    Object.fromEntries(Array.from({ length: fields.length / 2 }, (_, at) => [fields[at * 2], fields[at * 2 + 1]])),
  );
  if (!parsed.success) {
    log.error({ err: parsed.error }, 'the bus told the keeper something that it does not understand');
    return;
  }
  const told = parsed.data;
  if (told.what === 'ACKNOWLEDGED') await keepSuccess(ctx, told);
  else await keepEvent(ctx, told);
}

async function keepEvent({ em }: Context, told: Told): Promise<void> {
  const event = eventSchema.parse(JSON.parse(told.event ?? '{}'));
  await em.execute(
    `insert into events.event_tracking (id, created_at, updated_at, version, tenant_id, event_id, event_type, source_application,
       target_application, status, acknowledged, event, last_error, attempts, published_at, ended_at)
     values (?, now(), now(), 1, ?, ?, ?, ?, ?, ?, false, ?::jsonb, ?, ?::jsonb, ?, ?)
     on conflict (tenant_id, event_id, target_application) do update set status = excluded.status, acknowledged = false,
       acknowledgment_data = null, last_error = excluded.last_error, attempts = excluded.attempts, ended_at = excluded.ended_at,
       updated_at = now(), version = events.event_tracking.version + 1`,
    [
      uuidv7(),
      told.tenant,
      told.id,
      event.type,
      event.source,
      told.application,
      told.what,
      JSON.stringify(event),
      told.error ?? null,
      told.attempts ?? null,
      told.published ? new Date(told.published) : new Date(event.at),
      told.ended ? new Date(told.ended) : null,
    ],
  );
}

/** A success has a row only where the tenant wants its history. */
async function keepSuccess({ em, redis }: Context, { tenant, id, application, answer }: Told): Promise<void> {
  const mode = await redis.hget(settingsKey(tenant), 'mode');
  if (mode !== 'THIRTY_DAYS' && mode !== 'FULL_HISTORY') {
    await em.execute(
      'delete from events.event_tracking where tenant_id = ? and event_id = ? and target_application = ?',
      [tenant, id, application],
    );
    return;
  }
  const { data, ended } = answerOf(answer);
  await em.execute(
    `update events.event_tracking set status = 'ACKNOWLEDGED', acknowledged = true, acknowledgment_data = ?::jsonb, ended_at = ?,
       updated_at = now(), version = version + 1
     where tenant_id = ? and event_id = ? and target_application = ?`,
    [data === null ? null : JSON.stringify(data), new Date(ended), tenant, id, application],
  );
}
