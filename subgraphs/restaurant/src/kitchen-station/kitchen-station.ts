import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { KitchenSound } from './kitchen-sound.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Where a part of what is ordered is made: the grill, the bar.' })
@Index({ properties: ['tenantId', 'locationId', 'position'] })
@Entity({ ...ownedByLocation })
export class KitchenStation extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  locationId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'After so many seconds a ticket has waited long.' })
  @Property({ type: 'integer' })
  warnAfterSeconds!: number;

  @Field(() => Int, { description: 'After so many seconds a ticket is late.' })
  @Property({ type: 'integer' })
  lateAfterSeconds!: number;

  @Field(() => KitchenSound, { description: 'What its screen plays for a new ticket.' })
  @Enum({ items: () => KitchenSound, default: KitchenSound.BELL })
  sound!: KitchenSound;

  @Field(() => Int, {
    description: 'Its place among those of its location; the first one makes what no route sends elsewhere.',
  })
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; what it has made stays known.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}
