import { Allow } from '@mycelium/kit/allow';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { KitchenFire } from '../kitchen-fire/kitchen-fire.ts';
import { KitchenStation } from '../kitchen-station/kitchen-station.ts';
import { Location } from '../location/location.ts';
import { Order } from '../order/order.ts';
import { AllDayCount, allDayCounts } from './all-day.ts';
import { bumpTicket, recallTicket } from './bump-ticket.ts';
import { KitchenTicket } from './kitchen-ticket.ts';
import { bumpedTickets, firesOfTicket, openTickets, ticketsOf } from './tickets-of.ts';

enum KitchenTicketChangeKind {
  FIRED = 'FIRED',
  BUMPED = 'BUMPED',
  RECALLED = 'RECALLED',
  VOIDED = 'VOIDED',
  MOVED = 'MOVED',
}
registerEnumType(KitchenTicketChangeKind, {
  name: 'KitchenTicketChangeKind',
  valuesConfig: {
    MOVED: { description: 'Its order is at another table, or on another check: nothing new is to be made.' },
  },
});

@ObjectType({
  implements: Change,
  description: 'A ticket came, was bumped, was recalled, is void, or is of another table or check.',
})
class KitchenTicketChange extends Change {
  @Field(() => KitchenTicketChangeKind)
  kind!: KitchenTicketChangeKind;

  @Field(() => ID)
  ticketId!: string;

  @Field(() => ID)
  stationId!: string;

  @Field(() => KitchenTicket, { nullable: true, description: 'Its current state.' })
  ticket?: KitchenTicket;
}

@Resolver(() => KitchenTicket)
class KitchenTicketResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 40)')
  @Query(() => [KitchenTicket], {
    description: 'The tickets that wait in a kitchen, the oldest first: of the last week, at most 500.',
  })
  kitchenTickets(
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
    @Arg('stationId', () => ID, { nullable: true, description: 'Left out, all its stations.' })
    stationId?: string | null,
  ): Promise<KitchenTicket[]> {
    return openTickets(ctx, locationId, stationId);
  }

  @Allow('order:read')
  @Directive('@listSize(assumedSize: 30)')
  @Query(() => [KitchenTicket], {
    description:
      'The tickets that a kitchen bumped last, the latest first, which can be recalled: of a day, at most 30.',
  })
  kitchenBumped(
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
    @Arg('stationId', () => ID, { nullable: true, description: 'Left out, all its stations.' })
    stationId?: string | null,
  ): Promise<KitchenTicket[]> {
    return bumpedTickets(ctx, locationId, stationId);
  }

  @Allow('order:read')
  @Query(() => KitchenTicket, { nullable: true, description: 'One ticket; null if there is none with this id.' })
  kitchenTicket(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<KitchenTicket | undefined> {
    return find(ctx, KitchenTicket, id);
  }

  @Allow('order:read')
  @Directive('@listSize(assumedSize: 30)')
  @Query(() => [AllDayCount], { description: 'How much of each item a kitchen has to make, over all open tickets.' })
  kitchenAllDay(
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
    @Arg('stationId', () => ID, { nullable: true, description: 'Left out, all its stations.' })
    stationId?: string | null,
  ): Promise<AllDayCount[]> {
    return allDayCounts(ctx, { locationId, stationId });
  }

  @Allow('kitchen:write')
  @Mutation(() => KitchenTicket, {
    description: 'Says that the station is done with a ticket; one that was voided is refused.',
  })
  bumpTicket(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<KitchenTicket> {
    return bumpTicket(ctx, id);
  }

  @Allow('kitchen:write')
  @Mutation(() => KitchenTicket, {
    description: 'Brings a bumped ticket back with its old time; within 10 seconds, as if it had not been bumped.',
  })
  recallTicket(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<KitchenTicket> {
    return recallTicket(ctx, id);
  }

  @FollowPart(
    () => KitchenTicketChange,
    [kitchenTicketChanged],
    'order:read',
    "Each change of a kitchen's tickets, as it happens; with `after`, starting with those since then.",
    {
      argument: 'locationId',
      noun: () => Location,
      partOf: ({ locationId }) => locationId,
      within: { argument: 'stationId', noun: () => KitchenStation, partOf: ({ stationId }) => stationId },
    },
  )
  async kitchenTicketChanged(
    { payload: { ticketId, stationId, kind } }: EventOf<typeof kitchenTicketChanged>,
    ctx: Context,
  ) {
    return {
      kind: KitchenTicketChangeKind[kind],
      ticketId,
      stationId,
      ticket: await find(ctx, KitchenTicket, ticketId),
    };
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [KitchenFire], { description: 'What it says, line by line.' })
  fires(@Root() ticket: KitchenTicket, @Ctx() ctx: Context): Promise<KitchenFire[]> {
    return firesOfTicket(ctx, ticket);
  }

  @FieldResolver(() => KitchenStation)
  async station(@Root() { stationId }: KitchenTicket, @Ctx() ctx: Context): Promise<KitchenStation | undefined> {
    return (await loadAll(ctx, KitchenStation, [stationId]))[0];
  }

  @FieldResolver(() => Order)
  async order(@Root() { orderId }: KitchenTicket, @Ctx() ctx: Context): Promise<Order | undefined> {
    return (await loadAll(ctx, Order, [orderId]))[0];
  }
}

@Resolver(() => Order)
class OrderTicketsResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [KitchenTicket], {
    description: 'What each station was sent of it, in that order; also what was bumped or is void.',
  })
  tickets(@Root() order: Order, @Ctx() ctx: Context): Promise<KitchenTicket[]> {
    return ticketsOf(ctx, order);
  }
}

export const kitchenTicketPart = part(KitchenTicket, KitchenTicketResolver, OrderTicketsResolver);
