import type { Context } from '@mycelium/kit/context';
import { platformBook } from '@mycelium/schema/platform-book';
import { accountUpdated } from '@mycelium/schema/subgraphs/crm';
import { v7 as uuidv7 } from 'uuid';
import { Side, type SidedRow } from '../side/side.ts';
import { NEVER, NOT_PLANNED } from './account.ts';
import type { AccountStage } from './account-stage.ts';
import { judge } from './health.ts';
import { allSigns, type Heard } from './hear-signs.ts';
import type { AccountReason } from './reason.ts';

/** Of which activities one has spoken with a customer when they are done. */
const SPOKEN = "type <> 'TASK'";

interface Row {
  id: string;
  tenant_id: string;
  stage: AccountStage;
  created_at: string;
  heard: Heard;
  health: number;
  reasons: AccountReason[];
  last_contact_at: string;
  next_step_at: string;
  next_step_id: string | null;
  open_count: number;
  overdue_count: number;
  spoken_at: string | null;
  step_id: string | null;
  step_at: string | null;
  open: number;
  overdue: number;
}

/**
 * Judges the accounts of these tenants by what the staff have written and by what the other subgraphs said: now, where that is
 * given, else last. Whoever follows hears of those that have changed. As many statements for many as for one.
 */
export async function assess(
  ctx: Context,
  tenantIds: readonly string[],
  said: ReadonlyMap<string, Heard> = new Map(),
): Promise<void> {
  const now = ctx.now();
  const rows = await read(ctx, tenantIds, now);
  const judged = rows.map((row) => assessed(row, said.get(row.tenant_id) ?? {}, now));
  if (judged.length === 0) return;
  await write(ctx, judged, said.size > 0, now);
  for (const { id, isChanged } of judged) if (isChanged) ctx.publish(accountUpdated, { accountId: id }, platformBook);
}

/** The same once something was written in one of the two books; what stands in a tenant's own says nothing of its account. */
export async function assessOf(ctx: Context, { side, tenantId }: SidedRow): Promise<void> {
  if (side !== Side.PLATFORM) return;
  await ctx.em.flush();
  await assess(ctx, [tenantId]);
}

function assessed(row: Row, said: Heard, now: Date) {
  const heard = { ...row.heard, ...said };
  const { health, reasons } = judge({
    stage: row.stage,
    since: new Date(row.created_at),
    lastContactAt: row.spoken_at ? new Date(row.spoken_at) : undefined,
    overdue: row.overdue,
    signs: allSigns(heard),
    now,
  });
  const next = {
    last_contact_at: new Date(row.spoken_at ?? NEVER).toISOString(),
    next_step_at: new Date(row.step_at ?? NOT_PLANNED).toISOString(),
    next_step_id: row.step_id,
    open_count: row.open,
    overdue_count: row.overdue,
  };
  const isChanged = shown({ ...next, health, reasons }) !== shown(row);
  return { ...next, id: row.id, tenant_id: row.tenant_id, day_id: uuidv7(), heard, health, reasons, isChanged };
}

/** All of it that somebody sees, as text; when it was last known is nothing new. */
function shown(
  account: Pick<Row, 'health' | 'reasons' | 'next_step_id' | 'open_count' | 'overdue_count'> & {
    last_contact_at: string;
    next_step_at: string;
  },
): string {
  const { health, reasons, next_step_id: stepId, open_count: open, overdue_count: overdue } = account;
  const moments = [account.last_contact_at, account.next_step_at].map((moment) => new Date(moment).getTime());
  const why = reasons.map(({ code, weight, name, count, days, path }) => [code, weight, name, count, days, path]);
  return JSON.stringify([health, why, stepId, open, overdue, moments]);
}

function read({ em }: Context, tenantIds: readonly string[], now: Date): Promise<Row[]> {
  const open = `x.tenant_id = account.tenant_id and x.side = 'PLATFORM' and x.removed_at is null and x.completed_at is null`;
  return em.execute<Row[]>(
    `with locked as (
       select * from crm.account where tenant_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by id for update
     )
     select account.*, step.id as step_id, coalesce(step.due_at, step.due_from) as step_at, work.open, work.overdue, greatest(
       (select max(x.completed_at) from crm.activity x
        where x.tenant_id = account.tenant_id and x.side = 'PLATFORM' and x.removed_at is null and x.${SPOKEN}),
       (select max(x.created_at) from crm.note x
        where x.tenant_id = account.tenant_id and x.side = 'PLATFORM' and x.removed_at is null)
     ) as spoken_at
     from locked account
     left join lateral (
       select x.id, x.due_at, x.due_from from crm.activity x where ${open} order by x.due_order, x.id limit 1
     ) step on true
     cross join lateral (
       select count(*)::int as open, count(*) filter (where x.due_until <= ?)::int as overdue from crm.activity x where ${open}
     ) work order by account.id`,
    [JSON.stringify(tenantIds), now],
  );
}

async function write(
  { em }: Context,
  judged: readonly ReturnType<typeof assessed>[],
  isChecked: boolean,
  now: Date,
): Promise<void> {
  await em.execute(
    `with judged as (
       select * from jsonb_to_recordset(?::jsonb) as judged (id uuid, tenant_id uuid, day_id uuid, heard jsonb, health int,
         reasons jsonb, last_contact_at timestamptz, next_step_at timestamptz, next_step_id uuid, open_count int, overdue_count int)
     ), kept as (
       insert into crm.account_day (id, created_at, updated_at, version, tenant_id, side, date, health, reasons)
       select day_id, now(), now(), 1, tenant_id, 'PLATFORM', ?::date, health, reasons from judged
       on conflict (tenant_id, date) do update set health = excluded.health, reasons = excluded.reasons, updated_at = now()
       where account_day.health <> excluded.health or account_day.reasons <> excluded.reasons
     )
     update crm.account set heard = judged.heard, health = judged.health, reasons = judged.reasons,
       codes = array(select reason ->> 'code' from jsonb_array_elements(judged.reasons) reason),
       last_contact_at = judged.last_contact_at, next_step_at = judged.next_step_at, next_step_id = judged.next_step_id,
       open_count = judged.open_count, overdue_count = judged.overdue_count,
       checked_at = case when ? then now() else checked_at end
     from judged where account.id = judged.id`,
    [JSON.stringify(judged), now.toISOString().slice(0, 10), isChecked],
  );
}
