import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByPerson } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'An address from which a calendar program reads what you have to do. Whoever knows it reads along.',
})
@Unique({ properties: ['tenantId', 'userId'] })
@Unique({ properties: ['tokenHash'] })
@Entity({ ...ownedByPerson })
export class CalendarFeed extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid' })
  userId!: string;

  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  /** Known once: when it is made. */
  address?: string;
}
