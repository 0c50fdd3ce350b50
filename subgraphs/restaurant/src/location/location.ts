import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { isLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Restaurant } from '../restaurant/restaurant.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A place where guests eat or pick up their order.' })
@Entity({ ...isLocation })
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
  phone?: string | null;

  @Field(() => String, { description: 'IANA time zone, for example America/Chicago.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => String, { description: 'In which it sells, ISO 4217, for example MXN.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, {
    description:
      'The time of the place at which a business day begins, HH:MM: what is sold before belongs to the day before.',
  })
  @Property({ type: 'text', default: '04:00' })
  dayStart = '04:00';

  @Field(() => String, {
    nullable: true,
    description:
      'Whose taxes are usual here, ISO 3166-1 alpha-2, for example MX. It chooses none: the tax rules say which taxes hold.',
  })
  @Property({ type: 'text', nullable: true })
  taxCountry?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The smallest coin in minor units, to which cash is rounded: 5 in Switzerland. null: cash is not rounded.',
  })
  @Property({ type: 'integer', nullable: true })
  smallestCoin?: number | null;

  @Field(() => [String], { description: 'The lines on top of each receipt.' })
  @Property({ type: 'array', columnType: 'text[]', defaultRaw: "'{}'" })
  receiptHead: string[] = [];

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @ManyToOne({ entity: () => Restaurant, ref: true, index: true })
  restaurant!: Ref<Restaurant>;
}
