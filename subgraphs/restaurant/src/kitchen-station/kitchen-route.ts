import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Field, ID, ObjectType } from 'type-graphql';
import { Channel } from '../channel.ts';

@ObjectType({ description: 'What is made at a station: a section of the menu, or one item. One of the two is named.' })
@Entity({ ...ownedByTenant })
export class KitchenRoute extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid', index: true })
  stationId!: string;

  @Field(() => ID, { nullable: true })
  @Property({ type: 'uuid', nullable: true })
  sectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'It goes where its own routes say, and not with its section.' })
  @Property({ type: 'uuid', nullable: true })
  itemId?: string | null;

  @Field(() => [Channel], { description: 'The channels that it is for; empty, all of them.' })
  @Enum({ items: () => Channel, array: true })
  channels: Channel[] = [];
}
