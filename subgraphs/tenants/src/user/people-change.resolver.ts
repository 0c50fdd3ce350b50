import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { invitationChanged, membershipChanged } from '@mycelium/schema/subgraphs/tenants';
import { Resolver } from 'type-graphql';
import { Invitation } from '../invitation/invitation.ts';
import { Membership } from './membership.ts';
import { PeopleChange } from './people-change.ts';

@Resolver()
class PeopleChangeResolver {
  @Follow(
    () => PeopleChange,
    [membershipChanged, invitationChanged],
    'people:read',
    'Each change of who works for the tenant or is invited to; with `after`, starting with those since then.',
  )
  async peopleChanged({ payload }: EventOf<typeof membershipChanged | typeof invitationChanged>, ctx: Context) {
    if ('invitationId' in payload) return { ...payload, invitation: await find(ctx, Invitation, payload.invitationId) };
    return { ...payload, membership: await find(ctx, Membership, payload.membershipId) };
  }
}

export const peopleChangePart = part(PeopleChangeResolver);
