import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum TableShape {
  RECTANGLE = 'RECTANGLE',
  ROUND = 'ROUND',
}
registerEnumType(TableShape, { name: 'TableShape' });

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A table at which guests sit.' })
@Index({ properties: ['tenantId', 'locationId'] })
@Index({ properties: ['tenantId', 'areaId'] })
@Entity({ ...ownedByLocation, tableName: 'dining_table' })
export class Table extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  locationId!: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  areaId!: string;

  @Field(() => String, { description: 'As the people of the house call it, for example 12; once on a floor.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'How many guests it is for.' })
  @Property({ type: 'integer' })
  seats!: number;

  @Field(() => TableShape)
  @Enum({ items: () => TableShape })
  shape!: TableShape;

  @Field(() => Int, { description: 'Its left edge on the plan of its area.' })
  @Property({ type: 'integer' })
  x!: number;

  @Field(() => Int, { description: 'Its upper edge on the plan of its area.' })
  @Property({ type: 'integer' })
  y!: number;

  @Field(() => Int)
  @Property({ type: 'integer' })
  width!: number;

  @Field(() => Int)
  @Property({ type: 'integer' })
  height!: number;

  @Field(() => Int, { description: 'By how many degrees it is turned clockwise around its middle.' })
  @Property({ type: 'integer', default: 0 })
  rotation = 0;

  @Field(() => DateTime, { nullable: true, description: 'Since when guests sit at it; null, nobody does.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  seatedAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many guests sit at it.' })
  @Property({ type: 'integer', nullable: true })
  guests?: number | null;

  @Field(() => ID, { nullable: true, description: 'The person who serves it.' })
  @Property({ type: 'uuid', nullable: true })
  serverId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when its guests wait for the bill.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  billAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is to be cleaned.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  dirtyAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; its orders stay.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}
