import { Allow } from '@mycelium/kit/allow';
import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { parseInput } from '@mycelium/kit/input';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { DateTime } from '@mycelium/schema/scalars';
import { venueClosed, venueCreated, venueReopened, venueUpdated } from '@mycelium/schema/subgraphs/venues';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location, Tenant } from '../references.ts';
import { isOpen, openDay } from './opening-hours.ts';
import { Venue, VenuePage } from './venue.ts';
import { VenueChange, VenueChangeKind } from './venue-change.ts';
import { VenueBusinessDay, VenueDay } from './venue-day.ts';
import { CreateVenueInput, dateSchema, UpdateVenueInput } from './venue-input.ts';
import { closeVenue, createVenue, reopenVenue, updateVenue } from './write-venue.ts';

const kinds: ReadonlyMap<string, VenueChangeKind> = new Map([
  [venueCreated.name, VenueChangeKind.CREATED],
  [venueUpdated.name, VenueChangeKind.UPDATED],
  [venueClosed.name, VenueChangeKind.CLOSED],
  [venueReopened.name, VenueChangeKind.REOPENED],
]);

@Resolver(() => Venue)
class VenueResolver {
  @Allow('venue:read')
  @Query(() => Venue, { nullable: true, description: 'One venue; null if the tenant has none with this id.' })
  venue(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Venue | undefined> {
    return find(ctx, Venue, id);
  }

  @Allow('venue:write')
  @Mutation(() => Venue, { description: 'Creates a venue.' })
  createVenue(@Arg('input', () => CreateVenueInput) input: CreateVenueInput, @Ctx() ctx: Context): Promise<Venue> {
    return createVenue(ctx, input);
  }

  @Allow('venue:write')
  @Mutation(() => Venue, { description: 'Changes a venue.' })
  updateVenue(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateVenueInput) input: UpdateVenueInput,
    @Ctx() ctx: Context,
  ): Promise<Venue> {
    return updateVenue(ctx, id, input);
  }

  @Allow('venue:write')
  @Mutation(() => Venue, { description: 'Closes a venue: its numbers stay, and nothing more is collected.' })
  closeVenue(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Venue> {
    return closeVenue(ctx, id);
  }

  @Allow('venue:write')
  @Mutation(() => Venue, { description: 'Opens a closed venue again.' })
  reopenVenue(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Venue> {
    return reopenVenue(ctx, id);
  }

  @Follow(
    () => VenueChange,
    [venueCreated, venueUpdated, venueClosed, venueReopened],
    'venue:read',
    "Each change of the tenant's venues, as it happens; with `after`, starting with those since then.",
  )
  async venueChanged({ type, payload: { venueId } }: EventOf<typeof venueUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? VenueChangeKind.UPDATED;
    return { kind, venueId, venue: await find(ctx, Venue, venueId) };
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open now, by its hours and exceptional days.' })
  isOpen(@Root() venue: Venue, @Ctx() ctx: Context): boolean {
    return !venue.closedAt && isOpen(venue, ctx.now());
  }

  @FieldResolver(() => VenueDay, { description: 'When it is open on a date, and whether that is a holiday there.' })
  day(@Root() venue: Venue, @Arg('date', () => String, { description: 'YYYY-MM-DD.' }) date: string): VenueDay {
    const { exception, hours } = openDay(venue, parseInput(dateSchema, date, ['date']));
    return {
      date,
      exception: exception?.name,
      isHoliday: exception?.isHoliday ?? false,
      hours: hours.map((span) => ({ ...span })),
    };
  }

  @FieldResolver(() => VenueBusinessDay, { description: 'The business day to which a moment belongs.' })
  businessDay(
    @Root() { timeZone, dayStart }: Venue,
    @Ctx() ctx: Context,
    @Arg('at', () => DateTime, { nullable: true, description: 'Left out, now.' }) at?: Date | null,
  ): VenueBusinessDay {
    return businessDayOf(at ?? ctx.now(), { zone: timeZone, at: dayStart });
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description: 'The location of a restaurant that it is; null where it sells elsewhere, or that was removed.',
  })
  location(@Root() { locationId }: Venue): Location | undefined {
    return locationId ? { id: locationId } : undefined;
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() venue: Venue): Tenant {
    return { id: venue.tenantId };
  }
}

@Resolver(() => Tenant)
class TenantVenuesResolver {
  @Allow('venue:read')
  @FieldResolver(() => VenuePage, { description: 'Its venues, oldest first.' })
  venues(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<VenuePage> {
    return page(ctx, Venue, { tenantId: tenant.id }, { first, after });
  }
}

export const venuePart = part(Venue, VenueResolver, TenantVenuesResolver);
