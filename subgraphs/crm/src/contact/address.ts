import { Field, InputType, ObjectType } from 'type-graphql';

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
