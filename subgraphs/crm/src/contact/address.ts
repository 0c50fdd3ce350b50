import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';

@InputType('ContactAddressInput', { description: 'A postal address; give what is known of it.' })
@ObjectType('ContactAddress', { description: 'A postal address.' })
export class Address {
  @Field(() => String, { nullable: true, description: 'For example warehouse.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number, in one or more lines.' })
  street?: string | null;

  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'In words, or as ISO 3166.' })
  country?: string | null;
}

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters`).nullish();

export const addressSchema = z.object({
  label: line(40),
  street: line(300),
  city: line(100),
  postalCode: line(20),
  region: line(100),
  country: line(100),
});
