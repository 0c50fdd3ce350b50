import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { Field, ID, ObjectType } from 'type-graphql';
import { SyncReason } from './sync-reason.ts';
import { SyncRun } from './sync-run.ts';

@ObjectType({ description: 'One item that a run could not sync; the others are not affected.' })
@Entity({ ...ownedByTenant })
export class SyncFailure extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID, { nullable: true, description: 'The item or section; null if the menu has none for it.' })
  @Property({ type: 'uuid', nullable: true })
  localId?: string;

  @Field(() => String, { nullable: true, description: "The product's own id for it." })
  @Property({ type: 'text', nullable: true })
  externalId?: string;

  @Field(() => String, { nullable: true, description: 'What it is called, if known.' })
  @Property({ type: 'text', nullable: true })
  name?: string;

  @Field(() => String, { description: "Why: in the product's own words, or in ours in English." })
  @Property({ type: 'text' })
  message!: string;

  @Field(() => SyncReason, {
    nullable: true,
    description: 'The same as a code; null for runs from before there were codes.',
  })
  @Property({ type: 'json', nullable: true })
  reason?: SyncReason;

  @ManyToOne({ entity: () => SyncRun, ref: true, index: true })
  run!: Ref<SyncRun>;
}

@ObjectType({ description: 'A page of failures.' })
export class SyncFailurePage extends PageOf(SyncFailure) {}
