import { Allow } from '@mycelium/kit/allow';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { MinorUnits } from '@mycelium/schema/scalars';
import { paymentCaptured, paymentUpdated } from '@mycelium/schema/subgraphs/restaurant/payments';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Order } from '../order/order.ts';
import { Tenant } from '../references.ts';
import { Payment } from './payment.ts';
import { RecordCashInput, RecordExternalInput } from './payment-input.ts';
import { paymentsOf } from './payments-of.ts';
import { cancelPayment, capturePayment, changeTip } from './promised-payment.ts';
import { recordCash, recordExternal } from './record-payment.ts';

@ObjectType({ implements: Change, description: 'A payment was promised, taken or canceled, or its tip was changed.' })
class PaymentChange extends Change {
  @Field(() => ID)
  paymentId!: string;

  @Field(() => Payment, { nullable: true, description: 'Its current state.' })
  payment?: Payment;
}

@Resolver(() => Payment)
class PaymentResolver {
  @Allow('order:read')
  @Query(() => Payment, { nullable: true, description: 'One payment; null if there is none with this id.' })
  payment(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Payment | undefined> {
    return find(ctx, Payment, id);
  }

  @Allow('payment:take')
  @Mutation(() => Payment, {
    description: 'Takes cash for an order. What is above what is due is its change.',
  })
  recordCash(@Arg('input', () => RecordCashInput) input: RecordCashInput, @Ctx() ctx: Context): Promise<Payment> {
    return recordCash(ctx, input);
  }

  @Allow('payment:take')
  @Mutation(() => Payment, {
    description: 'Notes what another system took for an order: a voucher, a delivery platform. Never more than is due.',
  })
  recordExternal(
    @Arg('input', () => RecordExternalInput) input: RecordExternalInput,
    @Ctx() ctx: Context,
  ): Promise<Payment> {
    return recordExternal(ctx, input);
  }

  @Allow('payment:take')
  @Mutation(() => Payment, {
    description: 'Sets the tip of a payment that another system has only promised. Refused once the money was taken.',
  })
  changeTip(
    @Arg('paymentId', () => ID) paymentId: string,
    @Arg('tip', () => MinorUnits, { description: 'In minor units.' }) tip: number,
    @Ctx() ctx: Context,
  ): Promise<Payment> {
    return changeTip(ctx, paymentId, tip);
  }

  @Allow('payment:take')
  @Mutation(() => Payment, { description: 'Says that the other system has taken the money that it promised.' })
  capturePayment(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Payment> {
    return capturePayment(ctx, id);
  }

  @Allow('payment:take')
  @Mutation(() => Payment, {
    description:
      'Cancels a payment that another system has only promised: what it was for is open again. Once the money was taken, it is refunded.',
  })
  cancelPayment(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Payment> {
    return cancelPayment(ctx, id);
  }

  @FollowPart(
    () => PaymentChange,
    [paymentCaptured, paymentUpdated],
    'order:read',
    "Each change of an order's payments, as it happens; with `after`, starting with those since then.",
    { argument: 'orderId', noun: () => Order, partOf: ({ orderId }) => orderId },
  )
  async paymentChanged({ payload: { paymentId } }: EventOf<typeof paymentCaptured>, ctx: Context) {
    return { paymentId, payment: await find(ctx, Payment, paymentId) };
  }

  @FieldResolver(() => Money, { description: 'What of the order it pays.' })
  amount(@Root() { amount, currency }: Payment): Money {
    return { amount, currency };
  }

  @FieldResolver(() => Money, { description: 'What was given beside it.' })
  tip(@Root() { tip, currency }: Payment): Money {
    return { amount: tip, currency };
  }

  @FieldResolver(() => Money, { description: 'What was handed over, with the tip.' })
  tendered(@Root() { tendered, currency }: Payment): Money {
    return { amount: tendered, currency };
  }

  @FieldResolver(() => Money, { description: 'What was given back of that at once.' })
  change(@Root() { change, currency }: Payment): Money {
    return { amount: change, currency };
  }

  @FieldResolver(() => Money, {
    description: 'How much more the drawer took than it pays, since the smallest coin is larger; below zero, less.',
  })
  rounding(@Root() { rounding, currency }: Payment): Money {
    return { amount: rounding, currency };
  }

  @FieldResolver(() => Order, { nullable: true })
  async order(@Root() { orderId }: Payment, @Ctx() ctx: Context): Promise<Order | undefined> {
    return (await loadAll(ctx, Order, [orderId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Payment): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Order)
class OrderPaymentsResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Payment], { description: 'What was paid, in the order in which it was taken.' })
  payments(@Root() order: Order, @Ctx() ctx: Context): Promise<Payment[]> {
    return paymentsOf(ctx, order);
  }
}

export const paymentPart = part(Payment, PaymentResolver, OrderPaymentsResolver);
