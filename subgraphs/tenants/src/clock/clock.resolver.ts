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
  @Query(() => BusinessClock, { description: 'The time of the business clock, and whether somebody has moved it.' })
  businessClock(@Ctx() ctx: Context): BusinessClock {
    return readClock(ctx);
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => BusinessClock, {
    description:
      'Moves the business clock of the whole installation: to a moment, or by a number of seconds. Everything that is due by then is done, recurring work only once however often it was due; moving it back repeats nothing. For development and demos; refused in production.',
  })
  moveClock(
    @Ctx() ctx: Context,
    @Arg('to', () => DateTime, { nullable: true, description: 'The time to set.' }) to?: Date,
    @Arg('by', () => Int, { nullable: true, description: 'Seconds, negative to go back; instead of `to`.' })
    by?: number,
  ): Promise<BusinessClock> {
    return moveClock(ctx, { to: to ?? undefined, by: by ?? undefined });
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => BusinessClock, { description: 'Sets the business clock back to real time.' })
  resetClock(@Ctx() ctx: Context): Promise<BusinessClock> {
    return resetClock(ctx);
  }
}

export const clockPart = part(BusinessClock, BusinessClockResolver);
