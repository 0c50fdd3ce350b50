import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { createCalendarFeed, findFeed, readCalendar, revokeCalendarFeed } from './calendar.ts';
import { CalendarFeed } from './calendar-feed.ts';

@Resolver(() => CalendarFeed)
class CalendarResolver {
  @Allow('crm:read')
  @Directive('@viewerSpecific')
  @Query(() => CalendarFeed, { nullable: true, description: 'Your own calendar feed; null if you have none.' })
  calendarFeed(@Ctx() ctx: Context): Promise<CalendarFeed | undefined> {
    return findFeed(ctx);
  }

  @Allow('crm:read')
  @Mutation(() => CalendarFeed, {
    description: 'Creates the secret address of your calendar feed, in place of the one that you have.',
  })
  createCalendarFeed(@Ctx() ctx: Context): Promise<CalendarFeed> {
    return createCalendarFeed(ctx);
  }

  @Allow('crm:read')
  @Mutation(() => Boolean, { description: 'Ends your calendar feed; whether there was one.' })
  revokeCalendarFeed(@Ctx() ctx: Context): Promise<boolean> {
    return revokeCalendarFeed(ctx);
  }

  @Allow('gateway')
  @Directive('@inaccessible')
  @Query(() => String, {
    nullable: true,
    description:
      'What the holder of an address has to do, as iCalendar; null for one that no longer works. For the gateway.',
  })
  calendarByToken(@Arg('token', () => String) token: string, @Ctx() ctx: Context): Promise<string | undefined> {
    return readCalendar(ctx, token);
  }

  @Directive('@viewerSpecific')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'For a calendar program; shown once, when it is created.',
  })
  address(@Root() { address }: CalendarFeed): string | undefined {
    return address;
  }
}

export const calendarPart = part(CalendarFeed, CalendarResolver);
