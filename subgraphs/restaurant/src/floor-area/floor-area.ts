import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A part of a floor with a plan of its own: the dining room, the terrace.' })
@Index({ properties: ['tenantId', 'locationId', 'position'] })
@Entity({ ...ownedByLocation })
export class FloorArea extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  locationId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'How wide its plan is, in the units of which the tables have their places.' })
  @Property({ type: 'integer', default: 1_600 })
  width = 1_600;

  @Field(() => Int, { description: 'How high its plan is, in the same units.' })
  @Property({ type: 'integer', default: 1_000 })
  height = 1_000;

  @Field(() => Int, { description: 'Its place among those of its location.' })
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; null while it is used.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}
