import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Order } from '../order/order.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { fireOrder, holdCourse } from './fire-order.ts';
import { KitchenFire } from './kitchen-fire.ts';

@Resolver(() => KitchenFire)
class KitchenFireResolver {
  @Allow('order:write')
  @Mutation(() => Order, {
    description: 'Sends a course of a placed order to the kitchen, and what was changed since the last time.',
  })
  fireOrder(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('course', () => Int, { nullable: true, description: 'From 1; left out, only what was changed.' })
    course?: number | null,
  ): Promise<Order> {
    return fireOrder(ctx, id, course);
  }

  @Allow('order:write')
  @Mutation(() => Order, {
    description: 'Lets a course wait: what the kitchen does not have of it yet is not made until it is fired.',
  })
  holdCourse(
    @Arg('id', () => ID) id: string,
    @Arg('course', () => Int, { description: 'From 1.' }) course: number,
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return holdCourse(ctx, id, course);
  }

  @FieldResolver(() => OrderLine, { nullable: true, description: 'The line, as it is now.' })
  async line(@Root() { lineId }: KitchenFire, @Ctx() ctx: Context): Promise<OrderLine | undefined> {
    return (await loadAll(ctx, OrderLine, [lineId]))[0];
  }
}

export const kitchenFirePart = part(KitchenFire, KitchenFireResolver);
