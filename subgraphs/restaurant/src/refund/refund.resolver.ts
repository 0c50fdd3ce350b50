import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { MinorUnits } from '@mycelium/schema/scalars';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Order } from '../order/order.ts';
import { Tender } from '../payment/payment.ts';
import { Tenant } from '../references.ts';
import type { Refunded } from '../totals/refund-shares.ts';
import { giveBack } from './give-back.ts';
import { type GivenBack, Refund } from './refund.ts';
import { RefundInput, RefundLineInput, refundedSchema } from './refund-input.ts';
import { shareOf, worth } from './refund-share.ts';
import { refundsOf } from './refunds-of.ts';

@ObjectType({ description: 'What was given back of a line.' })
class RefundLine {
  @Field(() => ID)
  lineId!: string;

  @Field(() => String, { description: 'How much of it; 0 where only an amount was refunded.' })
  quantity!: string;

  @Field(() => Money, { description: 'After discounts, without taxes that are added.' })
  amount!: Money;

  @Field(() => Money, { description: 'Its taxes, added or included.' })
  tax!: Money;

  @Field(() => Money, { description: 'What was given back for it in all.' })
  total!: Money;
}

@ObjectType({ description: 'What went back to a payment.' })
class RefundTender {
  @Field(() => ID)
  paymentId!: string;

  @Field(() => Tender)
  tender!: Tender;

  @Field(() => Money, { description: 'Of what it settled.' })
  amount!: Money;

  @Field(() => Money, { description: 'Of its tip.' })
  tip!: Money;
}

@ObjectType({ description: 'What a refund would give back; nothing was given yet.' })
class RefundShare {
  @Field(() => Money, { description: 'In all, without tips.' })
  amount!: Money;

  @Field(() => Money, { description: 'The taxes in it, added or included.' })
  tax!: Money;

  @Field(() => Money, { description: 'Of the tip.' })
  tip!: Money;

  @Field(() => [RefundLine], { description: 'What would be given back of each line.' })
  lines!: RefundLine[];

  @Field(() => [RefundTender], { description: 'What would go back to which payment.' })
  tenders!: RefundTender[];
}

@Resolver(() => Refund)
class RefundResolver {
  @Allow('payment:take')
  @Mutation(() => Refund, {
    description:
      'Gives money of an order back, to the payments it came from: lines with their taxes, an amount, or some of the tip. The kitchen makes nothing again.',
  })
  refund(
    @Arg('input', () => RefundInput) input: RefundInput,
    @Ctx() ctx: Context,
    @Arg('pin', () => String, {
      nullable: true,
      description: 'Of the location: of somebody who may do this, where you may not.',
    })
    pin?: string | null,
  ): Promise<Refund> {
    return giveBack(ctx, input, pin);
  }

  @FieldResolver(() => Money, { description: 'What was given back in all, without tips.' })
  amount(@Root() { amount, currency }: Refund): Money {
    return { amount, currency };
  }

  @FieldResolver(() => Money, { description: 'What was given back of the tip.' })
  tip(@Root() { tip, currency }: Refund): Money {
    return { amount: tip, currency };
  }

  @FieldResolver(() => Money, { description: 'What left the drawer, with the tip, in coins that there are.' })
  cash(@Root() { cash, currency }: Refund): Money {
    return { amount: cash, currency };
  }

  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [RefundLine], { description: 'What was given back of each line.' })
  lines(@Root() { lines, currency }: Refund): RefundLine[] {
    return linesIn(lines, currency);
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [RefundTender], { description: 'What went back to which payment.' })
  tenders(@Root() { tenders, currency }: Refund): RefundTender[] {
    return tendersIn(tenders, currency);
  }

  @FieldResolver(() => Order, { nullable: true })
  async order(@Root() { orderId }: Refund, @Ctx() ctx: Context): Promise<Order | undefined> {
    return (await loadAll(ctx, Order, [orderId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Refund): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Order)
class OrderRefundsResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Refund], { description: 'What was given back, the first refund first.' })
  refunds(@Root() order: Order, @Ctx() ctx: Context): Promise<Refund[]> {
    return refundsOf(ctx, order);
  }

  @Allow('order:read')
  @FieldResolver(() => RefundShare, {
    nullable: true,
    description: 'What a refund of these lines, this amount or this much of the tip would give back. It gives nothing.',
  })
  async refundShare(
    @Root() order: Order,
    @Ctx() ctx: Context,
    @Arg('lines', () => [RefundLineInput], { nullable: true }) lines?: RefundLineInput[] | null,
    @Arg('amount', () => MinorUnits, { nullable: true, description: 'In minor units.' }) amount?: number | null,
    @Arg('tip', () => MinorUnits, { nullable: true, description: 'In minor units.' }) tip?: number | null,
  ): Promise<RefundShare> {
    const asked = parseInput(refundedSchema, { lines, amount, tip }, []);
    const share = await shareOf(ctx, order, asked);
    const money = (value: number) => ({ amount: value, currency: order.currency });
    const taxes = share.lines.flatMap((line) => line.taxes);
    return {
      ...{ amount: money(worth(share.lines)), tip: money(asked.tip ?? 0) },
      tax: money(taxes.reduce((sum, tax) => sum + tax.amount, 0)),
      lines: linesIn(share.lines, order.currency),
      tenders: tendersIn(share.tenders, order.currency),
    };
  }
}

function linesIn(lines: readonly Refunded[], currency: string): RefundLine[] {
  const money = (amount: number) => ({ amount, currency });
  return lines.map(({ lineId, quantity, amount, taxes, total }) => ({
    ...{ lineId, quantity, amount: money(amount), total: money(total) },
    tax: money(taxes.reduce((sum, tax) => sum + tax.amount, 0)),
  }));
}

function tendersIn(tenders: readonly GivenBack[], currency: string): RefundTender[] {
  const money = (amount: number) => ({ amount, currency });
  return tenders.map(({ amount, tip = 0, ...to }) => ({ ...to, amount: money(amount), tip: money(tip) }));
}

export const refundPart = part(Refund, RefundResolver, OrderRefundsResolver);
