import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { maskPhone } from '@mycelium/kit/masks';
import { part } from '@mycelium/kit/part';
import { Personal } from '@mycelium/kit/personal';
import { waitlistChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { JoinWaitlistInput } from './waitlist-input.ts';
import { WaitlistParty } from './waitlist-party.ts';
import { joinWaitlist, leaveWaitlist, notifyParty, seatParty } from './write-waitlist.ts';

@ObjectType({ implements: Change, description: 'Guests began to wait, were notified, were seated or left.' })
class WaitlistChange extends Change {
  @Field(() => ID)
  partyId!: string;

  @Field(() => WaitlistParty, { nullable: true, description: 'Its current state; null if they no longer wait.' })
  party?: WaitlistParty;
}

@Resolver(() => WaitlistParty)
class WaitlistResolver {
  @Allow('floor:write')
  @Mutation(() => WaitlistParty, { description: 'Puts guests on the waitlist of a location.' })
  joinWaitlist(
    @Arg('input', () => JoinWaitlistInput) input: JoinWaitlistInput,
    @Ctx() ctx: Context,
  ): Promise<WaitlistParty> {
    return joinWaitlist(ctx, input);
  }

  @Allow('floor:write')
  @Mutation(() => WaitlistParty, {
    description:
      'Notes that guests were notified that their table is ready. No text message is sent yet, since there is no provider for it: call them.',
  })
  notifyParty(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WaitlistParty> {
    return notifyParty(ctx, id);
  }

  @Allow('floor:write')
  @Mutation(() => WaitlistParty, {
    description: 'Seats guests who waited at a free table. Their name and number are deleted with it.',
  })
  seatParty(
    @Arg('id', () => ID) id: string,
    @Arg('tableId', () => ID) tableId: string,
    @Ctx() ctx: Context,
  ): Promise<WaitlistParty> {
    return seatParty(ctx, id, tableId);
  }

  @Allow('floor:write')
  @Mutation(() => WaitlistParty, {
    description: 'Takes guests who have left off the waitlist. Their name and number are deleted with it.',
  })
  leaveWaitlist(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WaitlistParty> {
    return leaveWaitlist(ctx, id);
  }

  @FollowPart(
    () => WaitlistChange,
    [waitlistChanged],
    'floor:write',
    "Each change of a location's waitlist, as it happens; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async waitlistChanged({ payload: { partyId } }: EventOf<typeof waitlistChanged>, ctx: Context) {
    const party = await find(ctx, WaitlistParty, partyId);
    return { partyId, party: party?.endedAt ? undefined : party };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'By which they are called; null once they no longer wait.',
  })
  name(@Root() { sealedName }: WaitlistParty, @Ctx() { vault }: Context): string | null {
    return sealedName ? vault.open(sealedName) : null;
  }

  @Personal(maskPhone)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Without the permission pii:read, its last four digits; null without one, and once they no longer wait.',
  })
  phone(@Root() { sealedPhone }: WaitlistParty, @Ctx() { vault }: Context): string | null {
    return sealedPhone ? vault.open(sealedPhone) : null;
  }
}

@Resolver(() => Location)
class LocationWaitlistResolver {
  @Allow('floor:write')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [WaitlistParty], { description: 'Who waits for a table, the longest first.' })
  waitlist(@Root() { id }: Location, @Ctx() ctx: Context): Promise<WaitlistParty[]> {
    return batched(ctx, id, waitlistsOf);
  }
}

const waitlistsOf: Batch<string, WaitlistParty[]> = async ({ em }, ids) => {
  const where = { locationId: oneOf(ids), endedAt: null };
  const parties = await em.find(WaitlistParty, where, { orderBy: { joinedAt: 'asc', id: 'asc' } });
  const byLocation = Map.groupBy(parties, ({ locationId }) => locationId);
  return ids.map((id) => byLocation.get(id) ?? []);
};

export const waitlistPart = part(WaitlistParty, WaitlistResolver, LocationWaitlistResolver);
