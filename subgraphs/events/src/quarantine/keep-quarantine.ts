import { changedKey } from '@mycelium/bus/keys';
import { ASIDE_KEY } from '@mycelium/kit/aside';
import { legible } from '@mycelium/kit/legible';
import { forgetEntries, isWaiting, readStream, type StreamEntry } from '@mycelium/kit/stream';
import { afterCommit } from '@mycelium/kit/transaction';
import type { Worker } from '@mycelium/kit/workers';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';

const STREAM = { key: ASIDE_KEY, group: 'quarantine' };
const BATCH = 100;

/** Writes down what was set aside anywhere, each once. Whatever it is, it can be kept: as text, in which JSON writes what no database keeps as escapes. */
export const quarantineKeeper: Worker = {
  name: 'quarantine',
  restMs: 2_000,
  rungBy: ASIDE_KEY,
  hasWork: (redis) => isWaiting(redis, STREAM),
  turn: (desk) =>
    desk.inTenant(undefined, undefined, async (ctx) => {
      const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
        "select pg_try_advisory_xact_lock(hashtextextended('events quarantine', 2)) as taken",
      );
      if (!lock?.taken) return false;
      const { entries } = await readStream(ctx.redis, STREAM, BATCH);
      if (entries.length === 0) return false;
      await ctx.em.execute(
        `insert into events.quarantined_entry (id, created_at, updated_at, version, tenant_id, place, key, entry, reason)
         select id, now(), now(), 1, tenant_id, place, key, entry, reason
         from jsonb_to_recordset(?::jsonb) as aside (id uuid, tenant_id uuid, place text, key text, entry text, reason text)
         on conflict (place, key) do nothing`,
        [JSON.stringify(entries.map(asRow))],
      );
      afterCommit(ctx, async () => {
        await forgetEntries(ctx.redis, STREAM, entries);
        for (const tenant of new Set(entries.map(({ fields }) => fields.tenant)))
          if (tenant) await ctx.redis.publish(changedKey(tenant), String(Date.now()));
      });
      return entries.length === BATCH;
    }),
};

function asRow({ fields }: StreamEntry) {
  const { tenant = '', place = '', key = '', entry = '', reason = '' } = fields;
  return {
    id: uuidv7(),
    tenant_id: isUuid(tenant) ? tenant : undefined,
    place: legible(place),
    key: legible(key),
    entry: legible(entry),
    reason: legible(reason),
  };
}
