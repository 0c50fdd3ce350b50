import { CHANNELS_KEY } from '@mycelium/kit/bus/keys';
import type { Context } from '@mycelium/kit/context';
import type { Redis } from 'ioredis';
import { AlertKind } from '../alert-rule/alert-kind.ts';
import { AlertRuleRow } from '../alert-rule/alert-rule.ts';
import { ruleOf } from '../alert-rule/rules.ts';
import { Alert } from './alert.ts';
import { type Counters, findTrouble, valueNow } from './conditions.ts';
import { readCounters } from './counters.ts';
import { openKeyOf, raiseAlert, recoverAlert } from './raise.ts';

/** So many tenants are read at a time. */
const AT_ONCE = 20;

/**
 * Looks at every tenant that has channels, by its counters alone: two statements for all of them together, and more only
 * where something has changed. One process at a time; what an alert says is decided by its row, so a kill or a second process tells nothing twice.
 */
export async function evaluateAlerts(ctx: Context): Promise<void> {
  const [lock] = await ctx.em.execute<{ taken: boolean }[]>(
    "select pg_try_advisory_xact_lock(hashtextextended('events alerts', 2)) as taken",
  );
  if (!lock?.taken) return;
  const rules = Map.groupBy(await ctx.em.find(AlertRuleRow, {}), ({ tenantId }) => tenantId);
  const open = Map.groupBy(
    await ctx.em.find(Alert, { openKey: { $ne: null }, kind: { $ne: AlertKind.WEBHOOK_DISABLED } }),
    ({ tenantId }) => tenantId,
  );
  const tenants = [...new Set([...(await tenantsWithTraffic(ctx.redis)), ...open.keys()])];
  for (let at = 0; at < tenants.length; at += AT_ONCE) {
    const some = tenants.slice(at, at + AT_ONCE);
    const counters = await Promise.all(some.map((tenant) => readCounters(ctx.redis, tenant)));
    for (const [index, tenant] of some.entries()) {
      const known = counters[index];
      if (known) await settle(ctx, { tenant, counters: known, rules: rules.get(tenant), open: open.get(tenant) ?? [] });
    }
  }
}

async function settle(
  ctx: Context,
  {
    tenant,
    counters,
    rules,
    open,
  }: { tenant: string; counters: Counters; rules: AlertRuleRow[] | undefined; open: Alert[] },
): Promise<void> {
  const rows = new Map(rules?.map((row) => [row.kind, row]));
  const findings = findTrouble(tenant, counters, (kind) => {
    const { isOn, threshold } = ruleOf(kind, rows.get(kind));
    return isOn ? threshold : undefined;
  });
  const found = new Set(findings.map(openKeyOf));
  const known = new Set(open.map(({ openKey }) => openKey));
  for (const finding of findings) if (!known.has(openKeyOf(finding))) await raiseAlert(ctx, finding);
  for (const { kind, source, target, endpointId, openKey } of open) {
    if (!openKey || found.has(openKey)) continue;
    const subject = {
      kind,
      source: source ?? undefined,
      target: target ?? undefined,
      endpointId: endpointId ?? undefined,
    };
    await recoverAlert(ctx, { tenantId: tenant, ...subject }, valueNow(subject, counters));
  }
}

async function tenantsWithTraffic(redis: Redis): Promise<string[]> {
  return (await redis.smembers(CHANNELS_KEY)).map((member) => member.slice(0, member.indexOf(' ')));
}
