import { Money } from '@mycelium/kit/money';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CashReportSum } from '../cash-session/cash-report.ts';
import { CashSession } from '../cash-session/cash-session.ts';
import { Order } from '../order/order.ts';

export enum LossKind {
  VOID = 'VOID',
  COMP = 'COMP',
  DISCOUNT = 'DISCOUNT',
}
registerEnumType(LossKind, {
  name: 'LossKind',
  description: 'Why nothing, or less, was paid for what was ordered.',
  valuesConfig: {
    VOID: { description: 'It was taken off, alone or with its order.' },
    COMP: { description: 'It was given away.' },
    DISCOUNT: { description: 'Something was taken off its price.' },
  },
});

@ObjectType({ description: 'What of one order was voided, given away or discounted.' })
export class OrderLoss {
  @Field(() => LossKind)
  kind!: LossKind;

  @Field(() => Order)
  order!: Order;

  @Field(() => [String], { description: 'What these items are called, in the first language that each name has.' })
  items!: string[];

  @Field(() => [String], { description: 'Why, each once; of discounts, what these are called.' })
  reasons!: string[];

  @Field(() => Money, { description: 'What was voided or given away, before discounts; or what these took off.' })
  amount!: Money;

  @Field(() => CashSession, {
    nullable: true,
    description:
      'In whose report it stands; null for a discount, and for what was voided or given away while no drawer was open.',
  })
  cashSession?: CashSession | null;
}

@ObjectType({
  description: 'What of the orders of a business day was voided, given away or discounted, whether a drawer was open.',
})
export class DayLosses {
  @Field(() => String, { description: 'The business day, for example 2026-12-24.' })
  businessDate!: string;

  @Field(() => CashReportSum, { description: 'Items that were voided, alone or with their order, before discounts.' })
  voids!: CashReportSum;

  @Field(() => CashReportSum, { description: 'Items that were given away, before discounts.' })
  comps!: CashReportSum;

  @Field(() => CashReportSum, { description: 'Items that cost less, and how much less.' })
  discounts!: CashReportSum;

  @Field(() => CashReportSum, {
    description: 'What of the voids and comps stands in the report of no drawer, since none was open.',
  })
  outside!: CashReportSum;

  @Field(() => [OrderLoss], { description: 'By order, the latest first: all of the 500 latest such orders.' })
  orders!: OrderLoss[];
}
