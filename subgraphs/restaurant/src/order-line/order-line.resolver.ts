import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { allTexts, textIn } from '../localized.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { Order } from '../order/order.ts';
import { ChangeOrderLineInput, OrderLineInput, PortionInput } from '../order/order-input.ts';
import { Tenant } from '../references.ts';
import { OrderLine } from './order-line.ts';
import { addLines, changeLine, compLine, discountLine, voidLine } from './write-lines.ts';

@ObjectType({ description: 'What was chosen with an item, as it was then.' })
class OrderLineOption {
  @Field(() => ID)
  optionId!: string;

  @Field(() => String, { description: 'In the first language that it has.' })
  name!: string;

  @Field(() => Money, { description: 'Of one.' })
  price!: Money;

  @Field(() => Int)
  quantity!: number;
}

const PIN = 'Of the location: of somebody who may do this, where you may not.';

@Resolver(() => OrderLine)
class OrderLineResolver {
  @Allow('order:write')
  @Mutation(() => Order, {
    description: 'Puts items on an order, all or none. Asked again with the same lines, it changes nothing.',
  })
  addOrderLines(
    @Arg('orderId', () => ID) orderId: string,
    @Arg('lines', () => [OrderLineInput]) lines: OrderLineInput[],
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return addLines(ctx, orderId, lines);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Changes how much is ordered, for whom, and when it comes.' })
  changeOrderLine(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ChangeOrderLineInput) input: ChangeOrderLineInput,
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return changeLine(ctx, id, input);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Takes a line off an order.' })
  voidOrderLine(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'At most 200 characters.' }) reason: string,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, { nullable: true, description: PIN }) pin?: string | null,
  ): Promise<Order> {
    return voidLine(ctx, id, reason, pin);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Takes a percentage or an amount off a line.' })
  discountLine(
    @Arg('id', () => ID) id: string,
    @Arg('discount', () => PortionInput) discount: PortionInput,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, { nullable: true, description: PIN }) pin?: string | null,
  ): Promise<Order> {
    return discountLine(ctx, id, discount, pin);
  }

  @Allow('order:write')
  @Mutation(() => Order, { description: 'Gives a line away: its guests pay nothing for it.' })
  compLine(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'At most 200 characters.' }) reason: string,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, { nullable: true, description: PIN }) pin?: string | null,
  ): Promise<Order> {
    return compLine(ctx, id, reason, pin);
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() line: OrderLine, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(line.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it had.' })
  names(@Root() line: OrderLine): LocalizedText[] {
    return allTexts(line.names);
  }

  @FieldResolver(() => Money, { description: 'Of one, without its options, as it was then.' })
  async unitPrice(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<Money> {
    return { amount: line.unitPrice, currency: await batched(ctx, line.orderId, currencies) };
  }

  @FieldResolver(() => Money, { description: 'Before discounts.' })
  async gross(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<Money> {
    return { amount: line.gross, currency: await batched(ctx, line.orderId, currencies) };
  }

  @FieldResolver(() => Money, { description: 'After all discounts, without taxes that are added.' })
  async amount(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<Money> {
    return { amount: line.amount, currency: await batched(ctx, line.orderId, currencies) };
  }

  @FieldResolver(() => Money, { description: 'Its taxes, added or included.' })
  async tax(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<Money> {
    return { amount: line.tax, currency: await batched(ctx, line.orderId, currencies) };
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [OrderLineOption], { description: 'What was chosen with it.' })
  async options(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<OrderLineOption[]> {
    const currency = await batched(ctx, line.orderId, currencies);
    return line.options.map(({ optionId, names, price, quantity }) => ({
      ...{ optionId, quantity, name: textIn(names, undefined) ?? '', price: { amount: price, currency } },
    }));
  }

  @FieldResolver(() => MenuItem, { nullable: true, description: 'What is sold, as it is now; null if it is gone.' })
  async item(@Root() { itemId }: OrderLine, @Ctx() ctx: Context): Promise<MenuItem | undefined> {
    return (await loadAll(ctx, MenuItem, [itemId]))[0];
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The number of the check that it is on now.' })
  async orderNumber(@Root() { orderId }: OrderLine, @Ctx() ctx: Context): Promise<number | undefined> {
    return (await loadAll(ctx, Order, [orderId]))[0]?.number;
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: OrderLine): Tenant {
    return { id: tenantId };
  }
}

/** The currencies of orders, by their ids. */
const currencies: Batch<string, string> = async ({ em }, ids) => {
  const orders = await em.find(Order, { id: oneOf(ids) });
  const byId = new Map(orders.map(({ id, currency }) => [id, currency]));
  return ids.map((id) => byId.get(id) ?? '');
};

export const orderLinePart = part(OrderLine, OrderLineResolver);
