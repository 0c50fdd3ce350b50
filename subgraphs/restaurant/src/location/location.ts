import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Restaurant } from '../restaurant/restaurant.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A place where guests eat or pick up their order.' })
@Entity({ ...ownedByTenant })
export class Location extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Street and number.' })
  @Property({ type: 'text' })
  address!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'With its country code, for example +1 210 555 0117.' })
  @Property({ type: 'text', nullable: true })
  phone?: string;

  @Field(() => String, { description: 'IANA time zone, for example America/Chicago.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @ManyToOne({ entity: () => Restaurant, ref: true, index: true })
  restaurant!: Ref<Restaurant>;
}
