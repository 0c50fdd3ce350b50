import type { FilterQuery } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import type { AlertTold } from '@mycelium/schema/subgraphs/events';
import { Tenant } from '../tenant/tenant.ts';
import { Membership } from '../user/membership.ts';
import { alertLetter } from './alert-letter.ts';
import { mailLanguage } from './letters.ts';
import { queueMail } from './send-mail.ts';

/** Writes to those who are to know of an alert; to the owners when none of them works for the tenant any more. */
export async function writeAlertLetters(
  ctx: Context,
  alert: AlertTold,
  state: 'raised' | 'recovered',
): Promise<{ letters: number }> {
  const { tenantId } = ctx.viewer;
  const { letters } = alert;
  if (!tenantId || !letters) return { letters: 0 };
  const em = asSystem(ctx);
  const tenant = await em.findOneOrFail(Tenant, { id: tenantId });
  const find = (who: FilterQuery<Membership>) =>
    em.find(Membership, { $and: [{ tenant: tenantId }, who] }, { populate: ['user'] });
  const chosen = letters === 'OWNERS' ? [] : await find({ user: { id: { $in: letters } } });
  const members = chosen.length > 0 ? chosen : await find({ role: 'OWNER' });
  const letter = alertLetter(mailLanguage(tenant.languages), {
    alert,
    state,
    tenant: tenant.name,
    timeZone: tenant.timeZone,
    url: `${ctx.outside.publicUrl}/app/events/alerts`,
  });
  for (const { user } of members) queueMail(ctx, user.$.email, letter, tenantId);
  return { letters: members.length };
}
