import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A drawer of a location in which cash is kept.' })
@Unique({ properties: ['tenantId', 'locationId', 'name'] })
@Entity({ ...ownedByLocation })
export class Drawer extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid' })
  locationId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was put away; null while it is used.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  archivedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}
