import type { Context } from '@mycelium/kit/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { asSystem } from '../as-system.ts';
import { Tenant } from '../tenant/tenant.ts';
import { Membership } from './membership.ts';
import { User } from './user.ts';

@Resolver(() => User)
export class UserResolver {
  @FieldResolver(() => [Membership], {
    description: 'The tenants this person works for; your own, and those you share with them.',
  })
  memberships(@Root() user: User, @Ctx() ctx: Context): Promise<Membership[]> {
    const em = ctx.viewer.id === user.id ? asSystem(ctx) : ctx.em;
    return em.find(Membership, { user: user.id }, { populate: ['tenant'], orderBy: { tenant: { name: 'asc' } } });
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Tenant)
  tenant(@Root() membership: Membership): Promise<Tenant> {
    return membership.tenant.loadOrFail();
  }
}
