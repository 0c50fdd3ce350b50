import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

@Embeddable()
@Directive('@shareable')
@ObjectType({ description: 'An amount in the smallest unit of its currency: 450 with MXN is 4.50 pesos.' })
export class Money {
  @Field(() => Int, { description: 'In minor units: cents, centavos.' })
  @Property({ type: 'integer' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, for example MXN.' })
  @Property({ type: 'text' })
  currency!: string;
}

@InputType({ description: 'An amount in the smallest unit of its currency.' })
export class MoneyInput {
  @Field(() => Int, { description: 'In minor units: cents, centavos. Not negative.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, for example MXN.' })
  currency!: string;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A price: not negative, in a currency that exists. */
export const moneySchema = z.object({
  amount: z.number().int().min(0, 'A price is not negative').max(2_000_000_000, 'A price this high cannot be kept'),
  currency: z
    .string()
    .refine((code) => currencies.has(code), 'No such currency; use an ISO 4217 code, for example MXN'),
});
