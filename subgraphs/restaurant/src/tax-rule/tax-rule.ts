import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Channel } from '../channel.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A tax on what is sold. An order keeps the rules that held when its lines were added.' })
@Entity({ ...ownedByTenant })
export class TaxRule extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: 'As receipts call it, for example IVA 16 %.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'A decimal number: 0.095 is 9.5 %.' })
  @Property({ type: 'text' })
  rate!: string;

  @Field(() => Boolean, { description: 'Whether prices have it in them.' })
  @Property({ type: 'boolean' })
  inclusive!: boolean;

  @Field(() => [String], { description: 'The tax classes of the items that it is for; empty, all of them.' })
  @Property({ type: 'array', columnType: 'text[]' })
  taxClasses: string[] = [];

  @Field(() => [Channel], { description: 'The channels that it is for; empty, all of them.' })
  @Enum({ items: () => Channel, array: true })
  channels: Channel[] = [];

  @Field(() => ID, { nullable: true, description: 'The only location that it is for; null, all of them.' })
  @Property({ type: 'uuid', nullable: true, index: true })
  locationId?: string | null;

  @Field(() => [ID], { description: 'The rules that it taxes too, where an item has them.' })
  @Property({ type: 'array', columnType: 'uuid[]' })
  baseIncludes: string[] = [];

  @Field(() => Boolean, { description: 'Whether service charges are taxed by it.' })
  @Property({ type: 'boolean', default: false })
  onServiceCharge = false;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; orders before have it still.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}
