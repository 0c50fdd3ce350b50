import { Collection } from '@mikro-orm/core';
import { Entity, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Location } from '../location/location.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A brand that guests know, with one or more locations.' })
@Entity({ ...ownedByTenant })
export class Restaurant extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @OneToMany({ entity: () => Location, mappedBy: 'restaurant', orderBy: { name: 'asc' } })
  locations = new Collection<Location>(this);
}
