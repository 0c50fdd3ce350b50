import type { Context } from '@mycelium/kit/context';
import { NotFound, Unauthenticated } from '@mycelium/kit/errors';
import { validate as isUuid } from 'uuid';
import { User } from '../user/user.ts';
import { openSession } from './open-session.ts';
import { placeOf } from './place.ts';
import type { Session } from './session.ts';

/** A session of the same person in another tenant; a tenant where they do not work answers as if it did not exist. */
export async function switchTenant(ctx: Context, tenantId: string): Promise<Session> {
  const user = ctx.viewer.kind === 'user' ? await ctx.em.findOne(User, { id: ctx.viewer.id }) : undefined;
  if (!user) throw new Unauthenticated('Only a person can switch tenants.');
  const place = isUuid(tenantId) ? await placeOf(ctx, user, tenantId) : undefined;
  if (!place) throw new NotFound('Tenant', tenantId);
  ctx.log.info({ to: tenantId }, 'switched tenant');
  return openSession(ctx, user, place);
}
