import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { DateTime } from '@mycelium/schema/scalars';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { BusinessClock } from './clock.ts';
import { moveClock, readClock, resetClock } from './move-clock.ts';

@Resolver()
class BusinessClockResolver {
  @Allow()
  @Query(() => BusinessClock, { description: 'What time it is for the business, and whether somebody has moved it.' })
  businessClock(@Ctx() ctx: Context): BusinessClock {
    return readClock(ctx);
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => BusinessClock, {
    description:
      'Moves the clock of the business, for the whole installation: to a moment, or by seconds from where it stands. What is due by then is done, once for all times that a daily or scheduled work was due; set back, it does nothing again. For development and demos; production refuses it.',
  })
  moveClock(
    @Ctx() ctx: Context,
    @Arg('to', () => DateTime, { nullable: true, description: 'What time it is to be.' }) to?: Date,
    @Arg('by', () => Int, { nullable: true, description: 'Seconds, backwards when negative; instead of `to`.' })
    by?: number,
  ): Promise<BusinessClock> {
    return moveClock(ctx, { to: to ?? undefined, by: by ?? undefined });
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => BusinessClock, { description: 'The clock of the business shows real time again.' })
  resetClock(@Ctx() ctx: Context): Promise<BusinessClock> {
    return resetClock(ctx);
  }
}

export const clockPart = part(BusinessClock, BusinessClockResolver);
