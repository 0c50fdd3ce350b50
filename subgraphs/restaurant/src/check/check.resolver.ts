import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Order } from '../order/order.ts';
import { mergeOrders } from './merge-orders.ts';
import { SplitBy, SplitCheckInput } from './split-input.ts';
import { splitOrder } from './split-order.ts';
import { previewSplit, SplitPreview, SplitPreviewLine } from './split-preview.ts';

@Resolver(() => Order)
class CheckResolver {
  @Allow('order:write')
  @Directive('@listSize(assumedSize: 4)')
  @Mutation(() => [Order], {
    description:
      'Splits an order into checks that together come to the same, to the cent; the kitchen is sent nothing. Answers the order itself and then the new ones.',
  })
  splitOrder(
    @Arg('id', () => ID) id: string,
    @Arg('by', () => SplitBy) by: SplitBy,
    @Ctx() ctx: Context,
    @Arg('parts', () => Int, { nullable: true, description: 'EVENLY: into how many checks, with the order itself.' })
    parts?: number | null,
    @Arg('checks', () => [SplitCheckInput], {
      defaultValue: [],
      description: 'Those that are split off. Left out, BY_SEAT makes one of each seat, and EVENLY as many as `parts`.',
    })
    checks: SplitCheckInput[] = [],
  ): Promise<Order[]> {
    return splitOrder(ctx, id, { by, parts, checks });
  }

  @Allow('order:read')
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [SplitPreview], {
    description:
      'What the checks of such a split would come to, this order first; nothing is written. It takes and refuses what `splitOrder` does.',
  })
  splitPreview(
    @Root() order: Order,
    @Arg('by', () => SplitBy) by: SplitBy,
    @Ctx() ctx: Context,
    @Arg('parts', () => Int, { nullable: true }) parts?: number | null,
    @Arg('checks', () => [SplitCheckInput], { defaultValue: [] }) checks: SplitCheckInput[] = [],
  ): Promise<SplitPreview[]> {
    return previewSplit(ctx, order, { by, parts, checks });
  }

  @Allow('order:write')
  @Mutation(() => Order, {
    description:
      'Puts the lines of other orders on this one, with their discounts; the others are void then. The kitchen is sent nothing.',
  })
  mergeOrders(
    @Arg('id', () => ID) id: string,
    @Arg('orderIds', () => [ID], { description: 'The others, at most 49.' }) orderIds: string[],
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return mergeOrders(ctx, id, orderIds);
  }
}

export const checkPart = part(SplitPreview, SplitPreviewLine, CheckResolver);
