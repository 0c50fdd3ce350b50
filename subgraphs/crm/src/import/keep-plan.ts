import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { ImportRowKind } from '@mycelium/kit/imports/import-state';
import { whileItWorks } from '@mycelium/kit/imports/in-batches';
import type { Import } from './import.ts';
import type { KeyedRow } from './keyed-row.ts';
import { sealPlan } from './planned-contact.ts';
import type { Target } from './who-is-there.ts';

/** A row with whom it is about; without them it is refused. */
export interface PlannedRow extends KeyedRow {
  target?: Target;
  /** Whether no row before it is about them. */
  isFirst?: boolean;
  /** Whether the book says all that it says, as it says it. */
  isKnown?: boolean;
}

/** Keeps what was planned of rows, what is wrong with them, and by what later ones find them; and what this adds to earlier rows. */
export async function keepPlan(
  ctx: Context,
  of: Import,
  rows: readonly PlannedRow[],
  earlier: readonly (Target & { rowId: string })[],
): Promise<void> {
  await whileItWorks([
    () => keepRows(ctx, of, rows),
    () => keepKeys(ctx, of, rows),
    () => keepFindings(ctx, of, rows),
    () => extend(ctx, earlier),
  ]);
}

async function keepRows(ctx: Context, { id, tenantId, side }: Import, rows: readonly PlannedRow[]): Promise<void> {
  const kept = rows.map(({ line, name, sealedCells, target, isFirst, isKnown }) => ({
    ...{ id: randomUUIDv7(), line, kind: kindOf({ target, isFirst, isKnown }), name },
    ...{ nounId: target?.contactId, nounVersion: target?.contactVersion, ofLine: isFirst ? undefined : target?.line },
    plan: target && isFirst ? sealedPlanOf(ctx, target) : undefined,
    cells: sealedCells,
  }));
  await ctx.em.execute(
    `insert into crm.import_row (id, version, tenant_id, side, import_id, line, kind, state, name, noun_id, noun_version, of_line,
       sealed_plan, sealed_cells, added_ids)
     select id, 1, ?, ?, ?, line, kind, 'PLANNED', name, "nounId", "nounVersion", "ofLine", plan, cells, '{}'
     from jsonb_to_recordset(?::jsonb) as row (id uuid, line int, kind text, name text, "nounId" uuid, "nounVersion" int, "ofLine" int,
       plan text, cells text)`,
    [tenantId, side, id, JSON.stringify(kept)],
  );
}

function kindOf({ target, isFirst, isKnown }: Pick<PlannedRow, 'target' | 'isFirst' | 'isKnown'>): ImportRowKind {
  if (!target) return ImportRowKind.REFUSED;
  if (!isFirst) return ImportRowKind.DUPLICATE;
  if (target.contactId === undefined) return ImportRowKind.CREATE;
  if (target.isChanged) return ImportRowKind.UPDATE;
  return isKnown ? ImportRowKind.UNCHANGED : ImportRowKind.DUPLICATE;
}

/** The keys of all rows lead to the first one about somebody. */
async function keepKeys(ctx: Context, { id, tenantId, side }: Import, rows: readonly PlannedRow[]): Promise<void> {
  const keys = rows.flatMap(({ keys, target }) =>
    keys.flatMap(({ indexes: [key] }) => (target?.line === undefined ? [] : [{ key, line: target.line }])),
  );
  await ctx.em.execute(
    `insert into crm.import_key (import_id, key, line, tenant_id, side)
     select ?, key, line, ?, ? from jsonb_to_recordset(?::jsonb) as k (key text, line int) on conflict do nothing`,
    [id, tenantId, side, JSON.stringify(keys)],
  );
}

async function keepFindings(ctx: Context, { id, tenantId, side }: Import, rows: readonly PlannedRow[]): Promise<void> {
  const findings = rows.flatMap(({ findings }) =>
    findings.map((finding, position) => ({ id: randomUUIDv7(), position, ...finding })),
  );
  if (findings.length === 0) return;
  await ctx.em.execute(
    `insert into crm.import_finding (id, version, tenant_id, side, import_id, line, position, is_warning, is_of_row, "column", sealed_value, reason)
     select id, 1, ?, ?, ?, line, position, "isWarning", "isOfRow", "column", "sealedValue", reason
     from jsonb_to_recordset(?::jsonb) as f (id uuid, line int, position int, "isWarning" boolean, "isOfRow" boolean, "column" text,
       "sealedValue" text, reason text)`,
    [tenantId, side, id, JSON.stringify(findings)],
  );
}

/** What is said of somebody later stands in the row that was the first about them. */
async function extend(ctx: Context, earlier: readonly (Target & { rowId: string })[]): Promise<void> {
  if (earlier.length === 0) return;
  const plans = earlier.map((target) => ({ id: target.rowId, plan: sealedPlanOf(ctx, target) }));
  await ctx.em.execute(
    `update crm.import_row r set sealed_plan = e.plan, kind = case when r.noun_id is null then 'CREATE' else 'UPDATE' end
     from jsonb_to_recordset(?::jsonb) as e (id uuid, plan text) where r.id = e.id`,
    [JSON.stringify(plans)],
  );
}

function sealedPlanOf({ vault }: Context, { plan, sealedPlan }: Target): string {
  return sealedPlan ?? sealPlan(vault, plan());
}
