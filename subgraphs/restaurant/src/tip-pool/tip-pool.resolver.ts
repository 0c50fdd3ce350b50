import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { poolTips } from './pool-tips.ts';
import { TipPoolInput, TipPoolReport } from './tip-pool.ts';

@Resolver(() => Location)
class LocationTipsResolver {
  @Allow('cash:close')
  @FieldResolver(() => TipPoolReport, {
    description:
      'The tips and service charges of some of its days, shared by the minutes or points of those who are named.',
  })
  tipPool(
    @Root() location: Location,
    @Arg('input', () => TipPoolInput) input: TipPoolInput,
    @Ctx() ctx: Context,
  ): Promise<TipPoolReport> {
    return poolTips(ctx, location, input);
  }
}

export const tipPoolPart = part(LocationTipsResolver);
