import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { task } from '@mycelium/kit/tasks/task';
import { alertKinds } from '@mycelium/schema/alert-kinds';
import { z } from 'zod';
import { Alert } from '../alert/alert.ts';
import { raiseAlert, recoverAlert } from '../alert/raise.ts';
import { type AlertKind, isThingKind } from '../alert-rule/alert-kind.ts';
import { AlertRuleRow } from '../alert-rule/alert-rule.ts';
import { ruleOf } from '../alert-rule/rules.ts';
import { Condition } from './condition.ts';
import { dueOf, foundOf } from './due.ts';

/** Looks again at one thing, or at all of a kind, when it may be time for an alert; planned with what was said, so that no kill forgets it. */
export const settleLater = task(
  'conditions',
  z.object({ kind: z.string(), thingId: z.uuid().optional() }),
  ({ conclude }, { kind, thingId }) =>
    conclude(async (ctx) => {
      if (isThingKind(kind)) await settleConditions(ctx, kind, thingId);
    }),
);

/** A rule is another one now: has all that is so of its kind looked at. */
export function settleKind(ctx: Context, kind: AlertKind, tenantId = ownTenant(ctx)): void {
  enqueue(ctx, settleLater, { kind }, { key: kind, tenantId });
}

/** What lasts, and may have nobody who will look. */
export const planConditions = leftovers('conditions-left', settleLeft);

export async function settleLeft(ctx: Context): Promise<void> {
  const left = await ctx.em.execute<{ tenant_id: string; kind: string }[]>(
    'select distinct tenant_id, kind from events.condition where is_so',
  );
  for (const { tenant_id: tenantId, kind } of left) if (isThingKind(kind)) settleKind(ctx, kind, tenantId);
}

/** Raises and ends the alerts of a kind in the tenant, of one thing or of all, by the tenant's rule. */
export async function settleConditions(ctx: Context, kind: AlertKind, thingId?: string): Promise<void> {
  const tenantId = ownTenant(ctx);
  const where = { tenantId, kind, ...(thingId && { thingId }) };
  const { isOn, threshold } = ruleOf(kind, (await ctx.em.findOne(AlertRuleRow, { tenantId, kind })) ?? undefined);
  // Who settles the same thing at the same moment waits here, and finds what was done.
  const sql = `select id from events.condition where tenant_id = ? and kind = ? ${thingId ? 'and thing_id = ?' : ''} order by id for update`;
  await ctx.em.execute(sql, [tenantId, kind, ...(thingId ? [thingId] : [])]);
  const lasting = isOn ? await ctx.em.find(Condition, { ...where, isSo: true }, { refresh: true }) : [];
  const open = await ctx.em.find(Alert, { ...where, openKey: { $ne: null } }, { refresh: true });
  const { unit } = alertKinds.get(kind) ?? {};
  const now = new Date();
  const openOf = new Map(open.map((alert) => [alert.thingId, alert]));
  const found = new Set<string>();
  for (const condition of lasting) {
    const due = dueOf(condition, unit, threshold);
    if (!due) continue;
    if (due > now) {
      const job = { kind, thingId: condition.thingId };
      enqueue(ctx, settleLater, job, { key: `${kind} ${condition.thingId}`, runAt: due, tenantId });
      continue;
    }
    found.add(condition.thingId);
    const known = openOf.get(condition.thingId);
    if (known) await keepNamed(ctx, known, condition);
    else
      await raiseAlert(ctx, { ...aboutOf(tenantId, kind, condition), value: foundOf(condition, unit, now), threshold });
  }
  for (const alert of open)
    if (!alert.thingId || !found.has(alert.thingId)) await recoverAlert(ctx, aboutOf(tenantId, kind, alert));
}

function aboutOf(
  tenantId: string,
  kind: AlertKind,
  thing: Partial<Pick<Condition, 'thingId' | 'partId' | 'name' | 'since'>>,
) {
  const { thingId, partId, name, since } = thing;
  return { tenantId, kind, thingId, name, since, partId: partId ?? undefined };
}

/** An open alert says what its thing is called now, and what in it failed last. */
async function keepNamed({ em }: Context, { id }: Alert, { name, partId }: Condition): Promise<void> {
  await em.execute('update events.alert set name = ?, part_id = ? where id = ?', [name, partId ?? null, id]);
}
