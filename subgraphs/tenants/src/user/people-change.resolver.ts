import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import type { FeedChange } from '@mycelium/kit/feed';
import { followTenant } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { Cursor } from '@mycelium/schema/scalars';
import { invitationChanged, membershipChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Invitation } from '../invitation/invitation.ts';
import { Membership } from './membership.ts';
import { PeopleChange } from './people-change.ts';

@Resolver()
class PeopleChangeResolver {
  @Allow('people:read')
  @Subscription(() => PeopleChange, {
    description: 'Each change of who works for a tenant or is invited to; with `after`, those since then first.',
    subscribe: ({ args, context }) =>
      followTenant(context as Context, args as { tenantId: string; after?: string }, [
        membershipChanged,
        invitationChanged,
      ]),
  })
  async peopleChanged(
    @Root() { cursor, event }: FeedChange,
    @Arg('tenantId', () => ID) _tenantId: string,
    @Ctx() ctx: Context,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): Promise<PeopleChange> {
    const at = new Date(event.at);
    if (event.type === invitationChanged.name) {
      const { invitationId } = invitationChanged.payload.parse(event.payload);
      return { cursor, at, invitationId, invitation: await find(ctx, Invitation, invitationId) };
    }
    const { membershipId } = membershipChanged.payload.parse(event.payload);
    return { cursor, at, membershipId, membership: await find(ctx, Membership, membershipId) };
  }
}

export const peopleChangePart = part(PeopleChangeResolver);
