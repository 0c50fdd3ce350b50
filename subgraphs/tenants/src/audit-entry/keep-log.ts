import { setAside } from '@mycelium/kit/aside';
import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import type { Context } from '@mycelium/kit/context';
import { inHalves } from '@mycelium/kit/halves';
import { forgetEntries, isWaiting, readStream, type StreamEntry } from '@mycelium/kit/stream';
import { afterCommit, inSavepoint } from '@mycelium/kit/transaction';
import type { Worker } from '@mycelium/kit/workers';
import { auditSchema } from '@mycelium/schema/audit';
import { type AuditLine, writeEntries } from './write-entries.ts';

const STREAM = { key: AUDIT_KEY, group: 'log' };

/** Each holds up to 200 records. */
const AT_ONCE = 20;

/**
 * Writes what every subgraph did into the log. An entry leaves the stream when its rows are kept; who dies in between leaves it to the
 * next one, and a record that is there already is no error.
 */
export const logKeeper: Worker = {
  name: 'audit-log',
  restMs: 2_000,
  rungBy: AUDIT_KEY,
  hasWork: (redis) => isWaiting(redis, STREAM),
  turn: (desk) => desk.inTenant(undefined, undefined, keepSome),
};

async function keepSome(ctx: Context): Promise<boolean> {
  const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
    "select pg_try_advisory_xact_lock(hashtextextended('tenants audit log', 2)) as taken",
  );
  if (!lock?.taken) return false;
  const { entries } = await readStream(ctx.redis, STREAM, AT_ONCE);
  if (entries.length === 0) return false;
  const lines: AuditLine[] = [];
  for (const entry of entries) lines.push(...(await linesOf(ctx, entry)));
  await inHalves(
    lines,
    (some) => inSavepoint(ctx, () => writeEntries(ctx, some)),
    ({ record, ...call }, reason) => {
      const { tenantId } = call;
      const entry = { ...call, records: [record] };
      return setAside(ctx.redis, ctx.log, { place: 'AUDIT', key: record.id, tenantId, entry, reason });
    },
  );
  afterCommit(ctx, () => forgetEntries(ctx.redis, STREAM, entries));
  return true;
}

/** What is no audit is set aside as it came. */
async function linesOf({ redis, log }: Context, { id, fields }: StreamEntry): Promise<AuditLine[]> {
  const { audit = '' } = fields;
  try {
    const { records, ...call } = auditSchema.parse(JSON.parse(audit));
    return records.map((record) => ({ ...call, record }));
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    await setAside(redis, log, { place: 'AUDIT', key: id, entry: audit, reason });
    return [];
  }
}
