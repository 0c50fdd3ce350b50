import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { System } from '@mycelium/kit/transaction';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { UserSession } from '../session/session.ts';
import { Tenant } from '../tenant/tenant.ts';
import { changePassword } from './change-password.ts';
import { Membership, MembershipPage, UpdateMembershipInput, userIdsSchema } from './membership.ts';
import { membershipsOf, sessionsOf } from './of-members.ts';
import { User } from './user.ts';
import { removeMember, revokeMemberSessions, updateMembership } from './write-membership.ts';

@Resolver(() => User)
class UserResolver {
  @Allow()
  @System()
  @Mutation(() => Boolean, {
    description: 'Changes your password and ends your other sessions. At least 12 characters, and not easily guessed.',
  })
  changePassword(
    @Arg('current', () => String) current: string,
    @Arg('next', () => String) next: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    return changePassword(ctx, current, next);
  }

  @Allow('platform:admin')
  @Directive('@listSize(assumedSize: 20)')
  @Query(() => [User], { description: "The platform's own staff, by name; at most 200." })
  platformStaff(@Ctx() ctx: Context): Promise<User[]> {
    return systemOf(ctx).em.find(User, { isPlatformAdmin: true }, { orderBy: { name: 'asc', id: 'asc' }, limit: 200 });
  }

  @FieldResolver(() => [Membership], {
    description: 'The tenants this person works for; yours, and those you share with them.',
  })
  memberships(@Root() user: User, @Ctx() ctx: Context): Promise<Membership[]> {
    return membershipsOf(ctx.viewer.id === user.id ? systemOf(ctx) : ctx, user.id);
  }
}

@Resolver(() => Membership)
class MembershipResolver {
  @Allow('people:read')
  @Query(() => Membership, {
    nullable: true,
    description: 'One person of your tenant, by the id of the membership; null if it has none with this id.',
  })
  membership(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Membership | undefined> {
    return find(ctx, Membership, id);
  }

  @Allow('people:write')
  @System()
  @Mutation(() => Membership, {
    description:
      "Changes a person's role, to none above your own. The last owner stays an owner: CONFLICT with the reason LAST_OWNER. A role that may do less ends their sessions in this tenant, and withdraws those of their open invitations that they could no longer send.",
  })
  updateMembership(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateMembershipInput) input: UpdateMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<Membership> {
    return updateMembership(ctx, id, input);
  }

  @Allow('people:write')
  @System()
  @Mutation(() => ID, {
    description:
      'Removes a person from the tenant, ends their sessions in it immediately and withdraws their open invitations; returns the id. The last owner stays: CONFLICT with the reason LAST_OWNER.',
  })
  removeMember(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeMember(ctx, id);
  }

  @Allow('people:write')
  @System()
  @Mutation(() => Int, {
    description: "Ends a member's sessions in your tenant, for example after a lost phone; returns how many.",
  })
  revokeMemberSessions(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<number> {
    return revokeMemberSessions(ctx, id);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() membership: Membership): Promise<Tenant> {
    return membership.tenant.loadOrFail();
  }

  @FieldResolver(() => User)
  async user(@Root() membership: Membership, @Ctx() ctx: Context): Promise<User | undefined> {
    return (await loadAll(systemOf(ctx), User, [membership.user.id]))[0];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'IANA time zone in which they work: their own choice, else that of the tenant.',
  })
  async timeZone(@Root() membership: Membership, @Ctx() ctx: Context): Promise<string | undefined> {
    const [user] = await loadAll(systemOf(ctx), User, [membership.user.id]);
    return user?.timeZone ?? (await membership.tenant.loadOrFail()).timeZone;
  }

  @Allow('people:write')
  @FieldResolver(() => [UserSession], {
    description: 'Where this person is logged in for this tenant: the 20 newest sessions.',
  })
  sessions(@Root() membership: Membership, @Ctx() ctx: Context): Promise<UserSession[]> {
    return sessionsOf(ctx, membership);
  }
}

@Resolver(() => Tenant)
class TenantMembersResolver {
  @Allow('people:read')
  @FieldResolver(() => MembershipPage, {
    description: 'Who works for it, in which role; longest-standing member first.',
  })
  members(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('users', () => [ID], { nullable: true, description: 'Only these people, by their user ids; at most 200.' })
    users?: string[] | null,
  ): Promise<MembershipPage> {
    const asked = parseInput(userIdsSchema, users, ['users']);
    return page(ctx, Membership, { tenant: tenant.id, ...(asked && { user: oneOf(asked) }) }, { first, after });
  }
}

export const userPart = part(User, Membership, UserResolver, MembershipResolver, TenantMembersResolver);
