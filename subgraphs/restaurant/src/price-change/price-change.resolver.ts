import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { planPrice, removePriceChange, restorePriceChange } from './plan-price.ts';
import { isToCome, PlanPriceChangeInput, PriceChange, toCome } from './price-change.ts';

const changesOfItems: Batch<string, PriceChange[]> = async ({ em }, ids) => {
  const orderBy = { startsAt: 'asc', id: 'asc' } as const;
  const changes = await em.find(PriceChange, { itemId: { $in: [...ids] }, ...toCome }, { orderBy });
  return ids.map((id) => changes.filter(({ itemId }) => itemId === id));
};

@Resolver(() => PriceChange)
class PriceChangeResolver {
  @Allow('menu:read')
  @Query(() => PriceChange, {
    nullable: true,
    description: 'A price that is to come; null if there is none with this id.',
  })
  async priceChange(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<PriceChange | undefined> {
    const change = await find(ctx, PriceChange, id);
    return change && isToCome(change) ? change : undefined;
  }

  @Allow('menu:write')
  @Mutation(() => PriceChange, { description: 'Plans a price that an item is to have from a moment.' })
  planPriceChange(
    @Arg('input', () => PlanPriceChangeInput) input: PlanPriceChangeInput,
    @Ctx() ctx: Context,
  ): Promise<PriceChange> {
    return planPrice(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Takes back a price that has not come yet; it can be restored.' })
  removePriceChange(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removePriceChange(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => PriceChange, {
    description: 'Restores a price that was taken back, as long as its moment is to come.',
  })
  restorePriceChange(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<PriceChange> {
    return restorePriceChange(ctx, id);
  }

  @FieldResolver(() => Location, { nullable: true, description: 'Where it will hold; null for everywhere.' })
  location(@Root() change: PriceChange): Promise<Location | null> {
    return change.location?.loadOrFail() ?? Promise.resolve(null);
  }
}

@Resolver(() => MenuItem)
class MenuItemPriceChangesResolver {
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [PriceChange], { description: 'The prices that it will have, the next one first.' })
  priceChanges(@Root() item: MenuItem, @Ctx() ctx: Context): Promise<PriceChange[]> {
    return batched(ctx, item.id, changesOfItems);
  }
}

export const priceChangePart = part(PriceChange, PriceChangeResolver, MenuItemPriceChangesResolver);
