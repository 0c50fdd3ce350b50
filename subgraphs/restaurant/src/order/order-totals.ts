import { Money } from '@mycelium/kit/money';
import { MinorUnits } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'One step to the totals of an order: what went in, what came out exactly, and what that was rounded to.',
})
export class TotalStep {
  @Field(() => String, { description: 'What it does, for example LINE_GROSS or TAX.' })
  step!: string;

  @Field(() => ID, { nullable: true, description: 'The line or the service charge that it is about; null, the order.' })
  of?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the discount, service charge or tax that it applies is called.',
  })
  rule?: string;

  @Field(() => MinorUnits, { description: 'What it begins with, in minor units.' })
  input!: number;

  @Field(() => String, { nullable: true, description: 'What the input is multiplied by, a fraction: 19/200.' })
  factor?: string;

  @Field(() => String, { description: 'The exact result in minor units, a fraction: 23655/200.' })
  exact!: string;

  @Field(() => MinorUnits, { description: 'The result, in minor units.' })
  rounded!: number;
}

@ObjectType({ description: 'A tax of an order.' })
export class OrderTax {
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

  @Field(() => Money, { description: 'What it is taken of, after discounts.' })
  taxed!: Money;
}

@ObjectType({ description: 'What an order comes to. The lines and service charges add up to it.' })
export class OrderTotals {
  @Field(() => Money, { description: 'The lines after discounts.' })
  subtotal!: Money;

  @Field(() => Money, { description: 'All that was taken off.' })
  discount!: Money;

  @Field(() => Money, { description: 'The taxes that are added to prices.' })
  tax!: Money;

  @Field(() => Money, { description: 'The taxes that prices have in them.' })
  taxIncluded!: Money;

  @Field(() => Money)
  serviceCharge!: Money;

  @Field(() => Money)
  tip!: Money;

  @Field(() => Money, { description: 'The subtotal with service charges and the taxes that are added; without tips.' })
  total!: Money;

  @Field(() => Money, { description: 'What of it is paid, without tips.' })
  paid!: Money;

  @Field(() => Money, { description: 'What of that was given back.' })
  refunded!: Money;

  @Field(() => Money, { description: 'What of it is left to pay.' })
  due!: Money;
}
