import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { DayLosses } from './day-losses.ts';
import { lossesOf } from './find-losses.ts';

@Resolver(() => Location)
class LocationLossesResolver {
  @Allow('cash:close')
  @FieldResolver(() => DayLosses, {
    description:
      'What of the orders of one of its business days was voided, given away or discounted, also while no drawer was open.',
  })
  losses(
    @Root() location: Location,
    @Ctx() ctx: Context,
    @Arg('businessDate', () => String, {
      ...{ nullable: true, description: 'For example 2026-12-24; null, the day that it is there now.' },
    })
    businessDate?: string | null,
  ): Promise<DayLosses> {
    return lossesOf(ctx, location, businessDate ?? null);
  }
}

export const dayLossesPart = part(LocationLossesResolver);
