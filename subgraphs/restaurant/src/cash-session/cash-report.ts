import { Money } from '@mycelium/kit/money';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ExternalTender, Tender } from '../payment/payment.ts';

@ObjectType({ description: 'What was taken with one tender in a cash session, or given back to it.' })
export class CashReportTender {
  @Field(() => Tender)
  tender!: Tender;

  @Field(() => ExternalTender, { nullable: true })
  kind?: ExternalTender | null;

  @Field(() => Int, { description: 'How many payments, or how many were given something back.' })
  count!: number;

  @Field(() => Money, { description: 'Without tips.' })
  amount!: Money;

  @Field(() => Money)
  tip!: Money;
}

@ObjectType({
  description: 'A tax of the orders whose last payment was taken in a cash session, or of what was refunded in it.',
})
export class CashReportTax {
  @Field(() => ID)
  ruleId!: string;

  @Field(() => String, { description: 'As it was called then.' })
  name!: string;

  @Field(() => String, { description: 'A decimal number: 0.095 is 9.5 %.' })
  rate!: string;

  @Field(() => Boolean, { description: 'Whether prices have it in them.' })
  inclusive!: boolean;

  @Field(() => Money)
  amount!: Money;
}

@ObjectType({ description: 'How many there were, and what they were worth.' })
export class CashReportSum {
  @Field(() => Int)
  count!: number;

  @Field(() => Money)
  amount!: Money;
}

@ObjectType({ description: 'What went through a drawer, and what should be in it.' })
export class CashReport {
  @Field(() => Money, { description: 'The cash that was in it when it was opened.' })
  float!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'How much more that was than what was counted when it was closed before; null the first time.',
  })
  openingDifference?: Money | null;

  @Field(() => Money, { description: 'Cash taken for orders, without tips, in coins that there are.' })
  cashPayments!: Money;

  @Field(() => Money, { description: 'Tips taken in cash.' })
  cashTips!: Money;

  @Field(() => Money, { description: 'Cash given back.' })
  cashRefunds!: Money;

  @Field(() => Money)
  paidIn!: Money;

  @Field(() => Money)
  paidOut!: Money;

  @Field(() => Money, { description: 'What went to the safe or the bank.' })
  drops!: Money;

  @Field(() => Money, { description: 'Tips paid out of it.' })
  tipsOut!: Money;

  @Field(() => Money, { description: 'The cash that should be in it.' })
  expected!: Money;

  @Field(() => [CashReportTender], { description: 'What was taken, by tender.' })
  tenders!: CashReportTender[];

  @Field(() => [CashReportTax], { description: 'The taxes of the orders that were settled in it.' })
  taxes!: CashReportTax[];

  @Field(() => CashReportSum, { description: 'Refunds given in it, by every tender, with tips.' })
  refunds!: CashReportSum;

  @Field(() => [CashReportTender], { description: 'What these gave back, by the tender of the payment.' })
  refundTenders!: CashReportTender[];

  @Field(() => [CashReportTax], { description: 'The taxes that these gave back.' })
  refundTaxes!: CashReportTax[];

  @Field(() => CashReportSum, {
    description:
      'Lines that were given away, before discounts: in the session of who did so, else in the one that was open longest at its location.',
  })
  comps!: CashReportSum;

  @Field(() => CashReportSum, {
    description:
      'Lines that were voided, alone or with their order: in the session of who did so, else in the one that was open longest at its location.',
  })
  voids!: CashReportSum;
}
