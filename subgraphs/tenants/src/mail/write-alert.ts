import type { Context } from '@mycelium/kit/context';
import type { AlertTold } from '@mycelium/schema/events';
import { asSystem } from '../as-system.ts';
import { Tenant } from '../tenant/tenant.ts';
import { Membership } from '../user/membership.ts';
import { alertLetter } from './alert-letter.ts';
import { mailLanguage } from './letters.ts';
import { queueMail } from './send-mail.ts';

/** Writes to those who are to know of an alert, as far as they still work for the tenant. */
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
  const who = letters === 'OWNERS' ? { role: 'OWNER' as const } : { user: { id: { $in: letters } } };
  const members = await em.find(Membership, { tenant: tenantId, ...who }, { populate: ['user'] });
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
