import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import {
  orderCreated,
  orderPaid,
  orderPlaced,
  orderUpdated,
  orderVoided,
} from '@mycelium/schema/subgraphs/restaurant/orders';
import { orderRefunded, paymentCaptured } from '@mycelium/schema/subgraphs/restaurant/payments';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { linesOf } from '../order-line/lines-of.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { Tenant } from '../references.ts';
import { explainOrder, orderTotals, taxesOfOrder } from './explain-order.ts';
import { OrderFilter, pageOfOrders } from './find-orders.ts';
import { openOrder } from './open-order.ts';
import { Order, OrderPage } from './order.ts';
import { OrderChange, OrderChangeKind } from './order-change.ts';
import { OpenOrderInput, PortionInput } from './order-input.ts';
import { OrderNumber } from './order-number.ts';
import { OrderState, stateOf } from './order-state.ts';
import { OrderTax, OrderTotals, TotalStep } from './order-totals.ts';
import { discountOrder, placeOrder, serveOrder, setServiceCharge, voidOrder } from './write-order.ts';

const kinds: ReadonlyMap<string, OrderChangeKind> = new Map([
  [orderCreated.name, OrderChangeKind.CREATED],
  [orderUpdated.name, OrderChangeKind.UPDATED],
  [orderPlaced.name, OrderChangeKind.PLACED],
  [orderPaid.name, OrderChangeKind.PAID],
  [orderRefunded.name, OrderChangeKind.REFUNDED],
  [orderVoided.name, OrderChangeKind.VOIDED],
]);

const PIN = 'Of the location: of somebody who may do this, where you may not.';

@Resolver(() => Order)
class OrderResolver {
  @Allow('order:read')
  @Query(() => Order, { nullable: true, description: 'One order; null if there is none with this id.' })
  order(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Order | undefined> {
    return find(ctx, Order, id);
  }

  @Allow('order:read')
  @Query(() => OrderPage, { description: 'The orders of a location, the latest first.' })
  orders(
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => OrderFilter, { nullable: true }) filter?: OrderFilter,
  ): Promise<OrderPage> {
    return pageOfOrders(ctx, locationId, filter, { first, after });
  }

  @Allow('order:write')
  @Mutation(() => Order, {
    description: 'Opens an order. Asked again with the same id and content, it answers the order that is there.',
  })
  openOrder(@Arg('input', () => OpenOrderInput) input: OpenOrderInput, @Ctx() ctx: Context): Promise<Order> {
    return openOrder(ctx, input);
  }

  @Allow('order:write')
  @Mutation(() => Order, {
    description:
      'Sends what is on an order to be made. Where a location has no station, nobody makes it: it is ready at once.',
  })
  placeOrder(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Order> {
    return placeOrder(ctx, id);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Says that the guests have what they ordered.' })
  serveOrder(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Order> {
    return serveOrder(ctx, id);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Voids an order of which nothing was paid.' })
  voidOrder(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'At most 200 characters.' }) reason: string,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, { nullable: true, description: PIN }) pin?: string | null,
  ): Promise<Order> {
    return voidOrder(ctx, id, reason, pin);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Takes a percentage or an amount off an order, shared by its lines.' })
  discountOrder(
    @Arg('id', () => ID) id: string,
    @Arg('discount', () => PortionInput) discount: PortionInput,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, { nullable: true, description: PIN }) pin?: string | null,
  ): Promise<Order> {
    return discountOrder(ctx, id, discount, pin);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Sets the service charge of an order, of its subtotal after discounts.' })
  setServiceCharge(
    @Arg('id', () => ID) id: string,
    @Arg('charge', () => PortionInput, { nullable: true, description: 'null: none.' }) charge: PortionInput | null,
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return setServiceCharge(ctx, id, charge ?? null);
  }

  @FollowPart(
    () => OrderChange,
    [orderCreated, orderUpdated, orderPlaced, paymentCaptured, orderPaid, orderRefunded, orderVoided],
    'order:read',
    "Each change of a location's orders, as it happens; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async orderChanged({ type, payload: { orderId } }: EventOf<typeof orderUpdated>, ctx: Context) {
    return { kind: kinds.get(type) ?? OrderChangeKind.UPDATED, orderId, order: await find(ctx, Order, orderId) };
  }

  @FieldResolver(() => OrderState)
  state(@Root() order: Order): OrderState {
    return stateOf(order);
  }

  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [OrderLine], { description: 'Also those that were voided, in the order in which they came.' })
  lines(@Root() order: Order, @Ctx() ctx: Context): Promise<OrderLine[]> {
    return linesOf(ctx, order);
  }

  @FieldResolver(() => OrderTotals)
  totals(@Root() order: Order): OrderTotals {
    return orderTotals(order);
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [OrderTax], { description: 'Each tax with what it is taken of.' })
  taxes(@Root() order: Order, @Ctx() ctx: Context): Promise<OrderTax[]> {
    return taxesOfOrder(ctx, order);
  }

  @Directive('@listSize(assumedSize: 30)')
  @FieldResolver(() => [TotalStep], { description: 'How the totals come about, step by step, to the last cent.' })
  explain(@Root() order: Order, @Ctx() ctx: Context): Promise<TotalStep[]> {
    return explainOrder(ctx, order);
  }

  @FieldResolver(() => Location)
  async location(@Root() { locationId }: Order, @Ctx() ctx: Context): Promise<Location | undefined> {
    return (await loadAll(ctx, Location, [locationId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Order): Tenant {
    return { id: tenantId };
  }
}

export const orderPart = part(Order, OrderNumber, OrderResolver);
