import { Cursor, DateTime } from '@mycelium/schema/scalars';
import { Field, InterfaceType } from 'type-graphql';

@InterfaceType({
  autoRegisterImplementations: false,
  description: "Something that happened to a tenant's data, at a position from which a subscription can resume.",
})
export abstract class Change {
  @Field(() => Cursor, { description: 'Pass this back as `after` to get what came later.' })
  cursor!: string;

  @Field(() => DateTime)
  at!: Date;
}
