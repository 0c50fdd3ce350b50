import type { FilterQuery } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { placeOfAlert } from '@mycelium/schema/alert-kinds';
import type { AlertTold } from '@mycelium/schema/subgraphs/events';
import { alertEmail } from '../mail/alert-email.ts';
import { Tenant } from '../tenant/tenant.ts';
import { Membership } from '../user/membership.ts';
import { keepNotices } from './keep-notices.ts';

const PATH = '/events/alerts';

/** Tells those who are to know of an alert; the owners when none of them works for the tenant any more. */
export async function tellOfAlert(
  ctx: Context,
  alert: AlertTold,
  state: 'raised' | 'recovered',
): Promise<{ emails: number; notices: number }> {
  const { tenantId } = ctx.viewer;
  const { alertId, letters, emails: chosen = letters } = alert;
  if (!tenantId || !chosen) return { emails: 0, notices: 0 };
  const em = asSystem(ctx);
  const tenant = await em.findOneOrFail(Tenant, { id: tenantId });
  const find = (who: FilterQuery<Membership>) =>
    em.find(Membership, { $and: [{ tenant: tenantId }, who] }, { populate: ['user'] });
  const named = chosen === 'OWNERS' ? [] : await find({ user: { id: { $in: chosen } } });
  const members = named.length > 0 ? named : await find({ role: 'OWNER' });
  const kind = `alert.${state}`;
  const path = placeOfAlert(alert.kind, alert.thingId, alert.partId) ?? PATH;
  const notice = { kind, path, values: valuesOf(alert), onceKey: `${kind} ${alertId}` };
  const url = `${ctx.outside.publicUrl}/app${path}`;
  const { ids, emails } = await keepNotices(
    ctx,
    tenant,
    members.map(({ user }) => ({ user: user.$, notice })),
    (_notice, { language, timeZone }) => alertEmail(language, { alert, state, tenant: tenant.name, timeZone, url }),
  );
  return { emails, notices: ids.length };
}

/** What the words name: which alert, where or of which thing, since when, and its numbers. */
function valuesOf({ kind, source, target, name, since, value, threshold }: AlertTold): Record<string, string | number> {
  const where = source && target ? `${source} → ${target}` : (target ?? name);
  const known = { ...(where && { where }), ...(name && { name }), ...(since && { since }) };
  return { alert: kind, ...known, ...(value !== undefined && { value }), threshold };
}
