import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TenantSync } from '../sync/sync.ts';
import type { FactName } from '../sync-run/merge.ts';

export enum Side {
  LOCAL = 'LOCAL',
  REMOTE = 'REMOTE',
}
registerEnumType(Side, {
  name: 'SyncSide',
  valuesConfig: {
    LOCAL: { description: 'The version of the menu.' },
    REMOTE: { description: 'The version of the product.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A field of an item that both sides changed and that a person has to decide.' })
@Index({ properties: ['tenantId', 'localId'] })
@Entity({ ...ownedByTenant })
export class SyncConflict extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID, { description: 'The item of the menu.' })
  @Property({ type: 'uuid' })
  localId!: string;

  @Field(() => String, { description: 'name, description, price or available.' })
  @Property({ type: 'text' })
  field!: FactName;

  @Field(() => Settings, { description: 'The value in the menu, as `{ value }`.' })
  @Property({ type: 'json' })
  local!: { value: unknown };

  @Field(() => Settings, { description: 'The value in the product, as `{ value }`.' })
  @Property({ type: 'json' })
  remote!: { value: unknown };

  @Field(() => Side, { nullable: true, description: 'Which side was chosen; null while it is open.' })
  @Enum({ items: () => Side, type: 'string', nullable: true })
  taken?: Side;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @ManyToOne({ entity: () => TenantSync, ref: true, index: true })
  sync!: Ref<TenantSync>;
}

@ObjectType({ description: 'A page of conflicts.' })
export class SyncConflictPage extends PageOf(SyncConflict) {}
