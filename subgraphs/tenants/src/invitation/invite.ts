import { LockMode, ref } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Forbidden } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { countTry } from '@mycelium/kit/throttle';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { invitationChanged } from '@mycelium/schema/subgraphs/tenants';
import { invitationEmail } from '../mail/emails.ts';
import { readerOf } from '../mail/reader.ts';
import { queueMail } from '../mail/send-mail.ts';
import { Tenant } from '../tenant/tenant.ts';
import { mayGrant } from '../user/grant.ts';
import { Membership } from '../user/membership.ts';
import { User } from '../user/user.ts';
import { Invitation, InvitationStatus, type InviteMemberInput, inviteMemberSchema, statusOf } from './invitation.ts';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const perTenant = { name: 'invite', points: 200, seconds: 60 * 60 };
const perInvitation = { name: 'invite-again', points: 5, seconds: 60 * 60 };

/** Invites an address. One that is invited already keeps its link, and gets no second e-mail; what differs is changed. */
export async function inviteMember(ctx: Context, input: InviteMemberInput): Promise<Invitation> {
  const tenantId = ownTenant(ctx);
  const { email, role, name } = parseInput(inviteMemberSchema, input);
  await checkInviter(ctx, role);
  if (await isMember(ctx, email))
    throw new Conflict('Somebody with this address already works here.', { reason: 'MEMBER' });
  const existing = await ctx.em.findOne(Invitation, { tenantId, email });
  const isOpen = existing && statusOf(existing) === InvitationStatus.OPEN;
  if (isOpen) refuseAbove(ctx, existing.role);
  const wanted = { role, name: name ?? undefined };
  // The inviter is whoever invited last.
  if (isOpen) return change(ctx, existing, { ...wanted, invitedBy: inviterOf(ctx) }, () => tell(ctx, existing));
  await countTry(ctx, perTenant, tenantId);
  const fresh = { ...wanted, tokenHash: '', expiresAt: new Date(), acceptedAt: null, revokedAt: null };
  const invitation = existing ? ctx.em.assign(existing, fresh) : create(ctx, Invitation, { email, ...fresh });
  await sendLink(ctx, invitation);
  tell(ctx, invitation);
  return invitation;
}

/** Sends a new link, which works for another 7 days; the previous one no longer works. */
export async function resendInvitation(ctx: Context, id: string): Promise<Invitation> {
  ownTenant(ctx);
  const invitation = await read(ctx, Invitation, id);
  await checkInviter(ctx, invitation.role);
  const status = statusOf(invitation);
  if (status === InvitationStatus.ACCEPTED || status === InvitationStatus.REVOKED)
    throw new Conflict(`This invitation is ${status.toLowerCase()}; invite the address again.`, { reason: status });
  await countTry(ctx, perInvitation, id);
  await sendLink(ctx, invitation);
  tell(ctx, invitation);
  return invitation;
}

/** Takes an invitation back; one that was accepted has become a membership, which is removed instead. */
export async function revokeInvitation(ctx: Context, id: string): Promise<Invitation> {
  ownTenant(ctx);
  const invitation = await read(ctx, Invitation, id);
  refuseAbove(ctx, invitation.role);
  if (invitation.acceptedAt)
    throw new Conflict('This invitation was already accepted; remove the member instead.', { reason: 'ACCEPTED' });
  if (invitation.revokedAt) return unchanged(ctx, invitation);
  invitation.revokedAt = new Date();
  tell(ctx, invitation);
  return invitation;
}

function tell(ctx: Context, { id }: Invitation): void {
  ctx.publish(invitationChanged, { invitationId: id });
}

async function sendLink(ctx: Context, invitation: Invitation): Promise<void> {
  const { tenantId, email } = invitation;
  const tenant = await read(ctx, Tenant, tenantId);
  const inviter = ctx.viewer.kind === 'user' ? await asSystem(ctx).findOne(User, { id: ctx.viewer.id }) : undefined;
  // Who has an account already may have said in which language they read.
  const invited = await asSystem(ctx).findOne(User, { email });
  const { language } = readerOf(invited ?? {}, tenant);
  const token = newToken('gg_invitation_');
  // Behind #, so that the token reaches no server's log.
  const url = `${ctx.outside.publicUrl}/app/invitation#${token}`;
  const about = { tenant: tenant.name, inviter: inviter?.name };
  const mail = queueMail(ctx, email, invitationEmail(language, about, url), tenantId);
  ctx.em.assign(invitation, {
    tokenHash: tokenHash(token),
    expiresAt: new Date(Date.now() + LIFETIME_MS),
    mail: ref(mail),
    invitedBy: inviterOf(ctx),
  });
}

function inviterOf({ em, viewer }: Context): Invitation['invitedBy'] {
  return viewer.kind === 'user' ? em.getReference(User, viewer.id, { wrapped: true }) : undefined;
}

/** Refuses whoever may not give the role, by what they are now: an access token may be older, and nobody takes it away until the invitation is written. */
async function checkInviter(ctx: Context, role: Invitation['role']): Promise<void> {
  const { em, viewer } = ctx;
  refuseAbove(ctx, role);
  if (viewer.kind !== 'user' || viewer.role === 'ADMIN') return;
  const membership = await em.findOne(
    Membership,
    { user: viewer.id, tenant: ownTenant(ctx) },
    { lockMode: LockMode.PESSIMISTIC_READ },
  );
  if (!mayGrant(membership?.role, role)) throw mayNot(role);
}

async function isMember(ctx: Context, email: string): Promise<boolean> {
  const user = await asSystem(ctx).findOne(User, { email });
  return user !== null && (await ctx.em.count(Membership, { user: user.id })) > 0;
}

function refuseAbove({ viewer }: Context, role: Invitation['role']): void {
  if (!mayGrant(viewer.role, role)) throw mayNot(role);
}

function mayNot(role: Invitation['role']): Forbidden {
  return new Forbidden(`You may not assign or remove the role ${role}.`);
}
