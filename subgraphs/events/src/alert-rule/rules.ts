import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { change, create, isSo, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { alertKindNames, alertKinds } from '@mycelium/schema/alert-kinds';
import { lookAtAlerts } from '../alert/watch.ts';
import { settleKind } from '../condition/settle-conditions.ts';
import { type AlertKind, isThingKind, unitOf, usualThreshold } from './alert-kind.ts';
import { type AlertRule, AlertRuleRow, type UpdateAlertRuleInput, updateRuleSchema } from './alert-rule.ts';

type Rule = Pick<AlertRuleRow, 'isOn' | 'threshold' | 'sendsEmails' | 'recipientIds' | 'mutedUntil'>;

/** The rule of this kind, as the tenant said or as is usual. */
export function ruleOf(kind: AlertKind, row: Rule | undefined): Rule {
  const sendsEmails = alertKinds.get(kind)?.toldAs === undefined;
  return row ?? { isOn: true, threshold: usualThreshold(kind), sendsEmails, recipientIds: [] };
}

/** All rules of a tenant, one per kind. */
export async function readRules(ctx: Context, tenantId: string): Promise<AlertRule[]> {
  const rows = new Map((await ctx.em.find(AlertRuleRow, { tenantId })).map((row) => [row.kind, row]));
  return alertKindNames.map((kind) => asAnswer(kind, rows.get(kind)));
}

function asAnswer(kind: AlertKind, row: AlertRuleRow | undefined): AlertRule {
  const { isOn, threshold, sendsEmails, recipientIds, mutedUntil } = ruleOf(kind, row);
  return {
    kind,
    isOn,
    threshold: unitOf(kind) ? threshold : undefined,
    unit: unitOf(kind),
    sendsEmails,
    sendsLetters: sendsEmails,
    recipientIds,
    mutedUntil: mutedUntil ?? undefined,
    version: row?.version ?? 0,
  };
}

export async function updateRule(ctx: Context, input: UpdateAlertRuleInput): Promise<AlertRule> {
  const { kind, version, sendsLetters, ...rest } = parseInput(updateRuleSchema, input);
  const given = { ...rest, sendsEmails: rest.sendsEmails ?? sendsLetters };
  const row = (await ctx.em.findOne(AlertRuleRow, { kind })) ?? undefined;
  if ((row?.version ?? 0) !== version)
    throw new Conflict(`Somebody has changed this rule since; it is now at version ${row?.version ?? 0}.`, {
      version: row?.version ?? 0,
    });
  const patch = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const before = Object.fromEntries(Object.entries(asAnswer(kind, row)).filter(([field]) => field in patch));
  if (!row && isSo(ruleOf(kind, row), patch)) return unchanged(ctx, asAnswer(kind, row));
  const known = row ?? create(ctx, AlertRuleRow, { kind, ...ruleOf(kind, undefined) });
  const changed = await change(ctx, known, patch, () =>
    record(ctx, { action: 'updateAlertRule', kind: 'UPDATED', noun: 'AlertRule', nounId: kind, before, after: patch }),
  );
  if (isThingKind(kind)) settleKind(ctx, kind);
  else afterCommit(ctx, async () => lookAtAlerts());
  return asAnswer(kind, changed);
}
