import { BigIntType } from '@mikro-orm/core';
import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { MinorUnits } from '@mycelium/schema/scalars';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { currencySchema } from './place-facts.ts';

@Embeddable()
@Directive('@shareable')
@ObjectType({ description: 'An amount in the smallest unit of its currency: 450 with MXN is 4.50 pesos.' })
export class Money {
  @Field(() => MinorUnits, { description: 'In minor units: cents, centavos.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, for example MXN.' })
  @Property({ type: 'text' })
  currency!: string;
}

@InputType({ description: 'An amount in the smallest unit of its currency.' })
export class MoneyInput {
  @Field(() => MinorUnits, { description: 'In minor units: cents, centavos. A price is not negative.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, for example MXN.' })
  currency!: string;
}

/** What came in, went out or is missing: an amount of either sign, in a currency that exists. */
export const moneySchema = z.object({
  amount: z.int(),
  currency: currencySchema,
});

/** A price: not negative. */
export const priceSchema = moneySchema.extend({ amount: z.int().min(0, 'A price is not negative') });
