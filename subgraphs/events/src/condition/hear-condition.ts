import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import type { ConditionTold } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { isThingKind } from '../alert-rule/alert-kind.ts';
import { settleConditions } from './settle-conditions.ts';

/** Keeps what the owner of a thing said, unless it said something later, and has its alert follow. */
export async function hearCondition(ctx: Context, told: ConditionTold): Promise<{ isKept: boolean }> {
  const { kind, thingId, partId, name, isSo, since, value, quiet = [], at } = told;
  const kept = await ctx.em.execute<unknown[]>(
    `insert into events.condition as known (id, created_at, updated_at, version, tenant_id, kind, thing_id, part_id, name, is_so,
       since, value, quiet, told_at)
     values (?, now(), now(), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz)
     on conflict (tenant_id, kind, thing_id) do update set part_id = excluded.part_id, name = excluded.name,
       is_so = excluded.is_so, since = excluded.since, value = excluded.value, quiet = excluded.quiet,
       told_at = excluded.told_at, updated_at = now(), version = known.version + 1
     where known.told_at < excluded.told_at returning id`,
    [
      ...[uuidv7(), ownTenant(ctx), kind, thingId, partId ?? null, name, isSo, since, value ?? null],
      ...[JSON.stringify(quiet), at],
    ],
  );
  if (kept.length > 0 && isThingKind(kind)) await settleConditions(ctx, kind, thingId);
  return { isKept: kept.length > 0 };
}
