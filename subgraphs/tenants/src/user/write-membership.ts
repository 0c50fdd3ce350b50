import { LockMode } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { Conflict, Forbidden, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import { membershipChanged } from '@mycelium/schema/subgraphs/tenants';
import { validate as isUuid } from 'uuid';
import { withdrawInvitations } from '../invitation/withdraw.ts';
import { Notice } from '../notice/notice.ts';
import { Pin } from '../pin/pin.ts';
import { endSessions } from '../session/end-sessions.ts';
import { endSignings } from '../station/signing.ts';
import { mayGrant } from './grant.ts';
import { Membership, type UpdateMembershipInput, updateMembershipSchema } from './membership.ts';

/** Gives a person another role; one that takes something away ends their sessions here, so that it is true at once. */
export async function updateMembership(ctx: Context, id: string, input: UpdateMembershipInput): Promise<Membership> {
  const { version, role } = parseInput(updateMembershipSchema, input);
  const { membership, isLastOwner } = await lockMember(ctx, id);
  if (membership.version !== version)
    throw new Conflict(`Somebody has changed this Membership since; it is now at version ${membership.version}.`, {
      version: membership.version,
    });
  if (membership.role === role) return unchanged(ctx, membership);
  refuseAbove(ctx, membership.role);
  refuseAbove(ctx, role);
  if (isLastOwner) throw lastOwner();
  const kept = new Set(scopesOf(role));
  if (!scopesOf(membership.role).every((scope) => kept.has(scope))) await endMemberSessions(ctx, membership);
  await withdrawInvitations(ctx, membership, role);
  ctx.log.info({ membershipId: id, from: membership.role, to: role }, 'a role was changed');
  ctx.publish(membershipChanged, { ...(await factsOf(membership)), change: 'ROLE', role, roleBefore: membership.role });
  return change(ctx, membership, { role });
}

/** A person no longer works for the tenant; what they have open there ends at once, and whom they have invited may not come. */
export async function removeMember(ctx: Context, id: string): Promise<string> {
  const { membership, isLastOwner } = await lockMember(ctx, id);
  refuseAbove(ctx, membership.role);
  if (isLastOwner) throw lastOwner();
  await endMemberSessions(ctx, membership);
  await withdrawInvitations(ctx, membership);
  await ctx.em.nativeDelete(Pin, { tenantId: membership.tenant.id, user: membership.user.id });
  await ctx.em.nativeDelete(Notice, { tenantId: membership.tenant.id, userId: membership.user.id });
  ctx.publish(membershipChanged, { ...(await factsOf(membership)), change: 'LEFT' });
  ctx.em.remove(membership);
  ctx.log.info({ membershipId: id, userId: membership.user.id }, 'a member was removed');
  return id;
}

/** Ends what a person has open in the tenant; they may log in again. */
export async function revokeMemberSessions(ctx: Context, id: string): Promise<number> {
  const { membership } = await lockMember(ctx, id);
  refuseAbove(ctx, membership.role);
  return endMemberSessions(ctx, membership);
}

/** Who it is, for those who hear of it. */
async function factsOf({ id: membershipId, role, user }: Membership) {
  const { id: userId, name } = await user.loadOrFail();
  return { membershipId, userId, name, role };
}

async function endMemberSessions(ctx: Context, { user, tenant }: Membership): Promise<number> {
  await endSignings(ctx, { userId: user.id, tenantId: tenant.id });
  return endSessions(ctx, { userId: user.id, tenantId: tenant.id });
}

/** Locks them together with all owners, in one order: what is found out here is true until the end, and of two who leave at the same moment one stays. */
async function lockMember(ctx: Context, id: string): Promise<{ membership: Membership; isLastOwner: boolean }> {
  const tenant = ownTenant(ctx);
  const locked = isUuid(id)
    ? await ctx.em.find(
        Membership,
        { tenant, $or: [{ id }, { role: 'OWNER' }] },
        { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
      )
    : [];
  const membership = locked.find((each) => each.id === id);
  if (!membership) throw new NotFound('Membership', id);
  const owners = locked.filter(({ role }) => role === 'OWNER');
  return { membership, isLastOwner: owners.length === 1 && owners[0] === membership };
}

function refuseAbove({ viewer }: Context, role: Role): void {
  if (!mayGrant(viewer.role, role)) throw new Forbidden(`You may not assign or remove the role ${role}.`);
}

function lastOwner(): Conflict {
  return new Conflict('This is the last owner; make somebody else an owner first.', { reason: 'LAST_OWNER' });
}
