import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { Settings } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Side } from '../conflict/conflict.ts';
import { SyncRun } from './sync-run.ts';

export enum SyncChange {
  CREATE = 'CREATE',
  UPDATE = 'UPDATE',
  REMOVE = 'REMOVE',
}
registerEnumType(SyncChange, { name: 'SyncChange' });

@ObjectType({ description: 'A field that would change.' })
export class SyncFieldDifference {
  @Field(() => String, { description: 'name, description, price or available.' })
  field!: string;

  @Field(() => Settings, { nullable: true, description: 'The current value, as `{ value }`; null if the item is new.' })
  before?: { value: unknown };

  @Field(() => Settings, {
    nullable: true,
    description: 'The new value, as `{ value }`; null if the item would be removed.',
  })
  after?: { value: unknown };
}

@ObjectType({ description: 'What a run would do to one item on one side.' })
@Entity({ ...ownedByTenant })
export class SyncDifference extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => Side, { description: 'The side that would change.' })
  @Enum({ items: () => Side, type: 'string' })
  side!: Side;

  @Field(() => SyncChange)
  @Enum({ items: () => SyncChange, type: 'string' })
  change!: SyncChange;

  @Field(() => String, { description: "The item's name, in the tenant's first language if it has one." })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The item of the menu; null if the menu has none yet.' })
  @Property({ type: 'uuid', nullable: true })
  localId?: string;

  @Field(() => String, { nullable: true, description: "The product's own id for it; null if it has none yet." })
  @Property({ type: 'text', nullable: true })
  externalId?: string;

  @Field(() => [SyncFieldDifference])
  @Property({ type: 'json' })
  fields!: SyncFieldDifference[];

  @ManyToOne({ entity: () => SyncRun, ref: true, index: true })
  run!: Ref<SyncRun>;
}

@ObjectType({ description: 'A page of differences.' })
export class SyncDifferencePage extends PageOf(SyncDifference) {}
