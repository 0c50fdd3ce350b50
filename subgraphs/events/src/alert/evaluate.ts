import { CHANNELS_KEY } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { eachAlone } from '@mycelium/kit/transaction';
import { alertKindNames } from '@mycelium/schema/alert-kinds';
import type { Redis } from 'ioredis';
import { AlertKind, isThingKind } from '../alert-rule/alert-kind.ts';
import { AlertRuleRow } from '../alert-rule/alert-rule.ts';
import { ruleOf } from '../alert-rule/rules.ts';
import { Alert } from './alert.ts';
import { type Counters, findTrouble, valueNow } from './conditions.ts';
import { readCounters } from './counters.ts';
import { openKeyOf, raiseAlert, recoverAlert } from './raise.ts';

/** What the counters of the bus say; the others are raised by whoever knows. */
const counted = alertKindNames.filter((kind) => kind !== AlertKind.WEBHOOK_DISABLED && !isThingKind(kind));

/** How many tenants are read at a time. */
const AT_ONCE = 20;

/**
 * Looks at every tenant that has channels, by its counters alone: two statements for all of them together, and more only
 * where something has changed. One process at a time; what an alert says is decided by its row, so a kill or a second process says nothing twice.
 */
export async function evaluateAlerts(ctx: Context): Promise<void> {
  const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
    "select pg_try_advisory_xact_lock(hashtextextended('events alerts', 2)) as taken",
  );
  if (!lock?.taken) return;
  const rules = Map.groupBy(await ctx.em.find(AlertRuleRow, {}), ({ tenantId }) => tenantId);
  const open = Map.groupBy(
    await ctx.em.find(Alert, { openKey: { $ne: null }, kind: { $in: counted } }),
    ({ tenantId }) => tenantId,
  );
  const tenants = [...new Set([...(await tenantsWithTraffic(ctx.redis)), ...open.keys()])];
  for (let at = 0; at < tenants.length; at += AT_ONCE) {
    const some = tenants.slice(at, at + AT_ONCE);
    const read = await Promise.allSettled(some.map((tenant) => readCounters(ctx.redis, tenant)));
    const due = new Map<string, () => Promise<unknown>>();
    for (const [index, tenant] of some.entries()) {
      const counters = read[index];
      if (counters?.status === 'rejected') due.set(tenant, () => Promise.reject(counters.reason));
      if (counters?.status !== 'fulfilled') continue;
      const known = { tenant, counters: counters.value, rules: rules.get(tenant), open: open.get(tenant) ?? [] };
      const changes = changesFor(known);
      if (changes.length > 0) due.set(tenant, () => inOrder(ctx, changes));
    }
    await eachAlone(ctx, due.keys(), async (tenant) => due.get(tenant)?.());
  }
}

interface Known {
  tenant: string;
  counters: Counters;
  rules: AlertRuleRow[] | undefined;
  open: Alert[];
}

type Change = (ctx: Context) => Promise<unknown>;

async function inOrder(ctx: Context, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await change(ctx);
}

/** What alerts are to be raised and to end. */
function changesFor({ tenant, counters, rules, open }: Known): Change[] {
  const rows = new Map(rules?.map((row) => [row.kind, row]));
  const findings = findTrouble(tenant, counters, (kind) => {
    const { isOn, threshold } = ruleOf(kind, rows.get(kind));
    return isOn ? threshold : undefined;
  });
  const found = new Set(findings.map(openKeyOf));
  const known = new Set(open.map(({ openKey }) => openKey));
  const raised = findings.filter((finding) => !known.has(openKeyOf(finding)));
  const over = open.filter(({ openKey }) => openKey && !found.has(openKey));
  return [
    ...raised.map((finding) => (ctx: Context) => raiseAlert(ctx, finding)),
    ...over.map(({ kind, source, target, endpointId }) => (ctx: Context) => {
      const where = { source: source ?? undefined, target: target ?? undefined, endpointId: endpointId ?? undefined };
      return recoverAlert(ctx, { tenantId: tenant, kind, ...where }, valueNow({ kind, ...where }, counters));
    }),
  ];
}

export async function tenantsWithTraffic(redis: Redis): Promise<string[]> {
  return (await redis.smembers(CHANNELS_KEY)).map((member) => member.slice(0, member.indexOf(' ')));
}
