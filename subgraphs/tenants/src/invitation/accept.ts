import { LockMode, ref } from '@mikro-orm/core';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { Invalid, Unauthenticated } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { raiseNotice } from '@mycelium/kit/notice';
import { countTry, tryUnderLimit } from '@mycelium/kit/throttle';
import { tokenHash } from '@mycelium/kit/token';
import { invitationChanged, membershipChanged } from '@mycelium/schema/subgraphs/tenants';
import { openSession } from '../session/open-session.ts';
import type { Session } from '../session/session.ts';
import { Tenant, TenantStatus } from '../tenant/tenant.ts';
import { Membership } from '../user/membership.ts';
import { hashPassword, verifyPassword } from '../user/password.ts';
import { checkPassword } from '../user/password-rules.ts';
import { User } from '../user/user.ts';
import { Invitation, type InvitationOffer, personNameSchema } from './invitation.ts';

const tries = { name: 'invitation', points: 20, seconds: 60 };

/** What a link invites to; undefined when it no longer works. */
export function offerOf(ctx: Context, token: string): Promise<InvitationOffer | undefined> {
  return tryUnderLimit(ctx, tries, ctx.call.address ?? 'unknown', () => findOffer(ctx, token));
}

async function findOffer(ctx: Context, token: string): Promise<InvitationOffer | undefined> {
  const { em } = systemOf(ctx);
  const invitation = await em.findOne(Invitation, openWith(token), { populate: ['invitedBy'] });
  const tenant = invitation && (await em.findOne(Tenant, { id: invitation.tenantId, status: TenantStatus.ACTIVE }));
  if (!invitation || !tenant) return undefined;
  const { email, name, role, invitedBy, expiresAt } = invitation;
  const hasAccount = (await em.count(User, { email })) > 0;
  const inviter = invitedBy && (await invitedBy.loadOrFail());
  return { tenantName: tenant.name, email, name, role, invitedBy: inviter?.name, expiresAt, hasAccount };
}

/** Makes the invited person a member and logs them in there: a new person with a name and a password, one who has an account by their password or because they are logged in. */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  { name, password }: { name?: string; password?: string },
): Promise<Session> {
  await countTry(ctx, tries, ctx.call.address ?? 'unknown');
  const invitation = await ctx.em.findOne(Invitation, openWith(token), { lockMode: LockMode.PESSIMISTIC_WRITE });
  const tenant = invitation && (await ctx.em.findOne(Tenant, { id: invitation.tenantId, status: TenantStatus.ACTIVE }));
  if (!invitation || !tenant) throw new Invalid('This invitation no longer works; ask for a new one.', ['token']);
  const { email, role } = invitation;
  const known = await ctx.em.findOne(User, { email });
  const user = known ?? (await newPerson(ctx, email, name ?? invitation.name, password));
  if (known) await checkIdentity(ctx, known, password);
  const membership = known && (await ctx.em.findOne(Membership, { user: known, tenant }));
  if (!membership) {
    const { id: membershipId } = ctx.em.create(Membership, { user: ref(user), tenant: ref(tenant), role });
    const { id: userId, name: called } = user;
    ctx.publish(membershipChanged, { membershipId, change: 'JOINED', userId, name: called, role }, tenant.id);
    tellInviter(ctx, invitation, { membershipId, name: user.name });
  }
  invitation.acceptedAt = new Date();
  ctx.publish(invitationChanged, { invitationId: invitation.id }, tenant.id);
  ctx.log.info({ userId: user.id, to: tenant.id, role }, 'an invitation was accepted');
  return openSession(ctx, user, { tenantId: tenant.id, role: membership?.role ?? role });
}

/** Whoever invites is glad to know; a program that did needs no notice. */
function tellInviter(
  ctx: Context,
  { id, tenantId, invitedBy }: Invitation,
  { membershipId, name }: { membershipId: string; name: string },
): void {
  if (!invitedBy) return;
  const onceKey = `invitation.accepted ${id} ${membershipId}`;
  const notice = { kind: 'invitation.accepted', path: `/people/${membershipId}`, values: { name }, onceKey };
  raiseNotice(ctx, { userId: invitedBy.id, ...notice }, tenantId);
}

async function newPerson(ctx: Context, email: string, name = '', password = ''): Promise<User> {
  const called = parseInput(personNameSchema, name, ['name']);
  checkPassword(password, { email, name: called }, 'password');
  return ctx.em.create(User, { email, name: called, passwordHash: await hashPassword(password) });
}

async function checkIdentity({ viewer }: Context, user: User, password: string | undefined): Promise<void> {
  if (viewer.kind === 'user' && viewer.id === user.id) return;
  if (password !== undefined && (await verifyPassword(password, user.passwordHash))) return;
  throw new Unauthenticated('This address already has an account: log in with it, or give its password.');
}

function openWith(token: string) {
  return { tokenHash: tokenHash(token), acceptedAt: null, revokedAt: null, expiresAt: { $gt: new Date() } };
}
