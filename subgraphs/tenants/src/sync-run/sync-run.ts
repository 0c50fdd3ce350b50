import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TenantSync } from '../sync/sync.ts';
import { SyncReason } from './sync-reason.ts';

export enum SyncMode {
  INITIAL = 'INITIAL',
  DELTA = 'DELTA',
  MANUAL = 'MANUAL',
  PREVIEW = 'PREVIEW',
  RETRY = 'RETRY',
}
registerEnumType(SyncMode, {
  name: 'SyncMode',
  valuesConfig: {
    INITIAL: { description: 'Everything, from scratch; also repairs what the product has lost.' },
    DELTA: { description: 'What has changed on either side.' },
    MANUAL: { description: 'What has changed, because somebody requested it.' },
    PREVIEW: { description: 'Only counts what the next run would do.' },
    RETRY: { description: 'Some items only.' },
  },
});

export enum SyncRunStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  AWAITING_CONFIRMATION = 'AWAITING_CONFIRMATION',
  SUCCESS = 'SUCCESS',
  ERROR = 'ERROR',
  CANCELLED = 'CANCELLED',
}
registerEnumType(SyncRunStatus, {
  name: 'SyncRunStatus',
  valuesConfig: {
    AWAITING_CONFIRMATION: { description: 'It would remove or zero so much that somebody must confirm it.' },
  },
});

export enum SyncStepName {
  TENANT = 'TENANT',
  SERVICES = 'SERVICES',
  CATEGORIES = 'CATEGORIES',
  PULL = 'PULL',
  PUSH = 'PUSH',
  STATUS = 'STATUS',
}
registerEnumType(SyncStepName, {
  name: 'SyncStepName',
  valuesConfig: {
    PULL: { description: 'Changes of the product come to the menu.' },
    PUSH: { description: 'Changes of the menu go to the product.' },
  },
});

@ObjectType({ description: 'What a step of a run did, or would do in a preview.' })
export class SyncStep {
  @Field(() => SyncStepName)
  name!: SyncStepName;

  @Field(() => Int, { description: 'How many items it checked.' })
  seen = 0;

  @Field(() => Int)
  created = 0;

  @Field(() => Int)
  updated = 0;

  @Field(() => Int)
  removed = 0;

  @Field(() => Int, { description: 'Set to a price of zero.' })
  zeroed = 0;

  @Field(() => Int, { description: 'Left for a person to decide, see `conflicts`.' })
  conflicts = 0;

  @Field(() => Int)
  failed = 0;
}

@ObjectType({ description: 'Who requested it.' })
export class SyncActor {
  @Field(() => String, { description: 'user, client, or gateway for the system itself.' })
  kind!: string;

  @Field(() => String)
  id!: string;
}

/** How far a run is, so that another worker goes on there. */
export interface Progress {
  /** The step under way; without one, the next begins. */
  step?: SyncStepName;
  /** Where its next page begins; by what the step goes. */
  after?: string;
  /** How far it came on either side. */
  reached: { local?: string; remote?: string };
}

/** The items that a run is limited to. */
export interface OnlyItems {
  local: string[];
  external: string[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One run of a sync: what it did, and who requested it.' })
@Index({ properties: ['status', 'id'] })
@Unique({ properties: ['sync'], where: { status: SyncRunStatus.RUNNING } })
@Entity({ ...ownedByTenant })
export class SyncRun extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => SyncMode)
  @Enum({ items: () => SyncMode, type: 'string' })
  mode!: SyncMode;

  @Field(() => SyncRunStatus)
  @Enum({ items: () => SyncRunStatus, type: 'string', default: SyncRunStatus.QUEUED })
  status: SyncRunStatus = SyncRunStatus.QUEUED;

  @Field(() => [SyncStep], { description: 'The steps it has taken so far, in order.' })
  @Property({ type: 'json' })
  steps!: SyncStep[];

  @Field(() => Int, { description: 'The most attempts that a request to the product took.' })
  @Property({ type: 'integer', default: 0 })
  attempts = 0;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  startedAt?: Date;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, or what it is waiting for; in English, for programs.',
  })
  @Property({ type: 'text', nullable: true })
  message?: string;

  @Field(() => SyncReason, {
    nullable: true,
    description: 'The same as a code; null for runs from before there were codes.',
  })
  @Property({ type: 'json', nullable: true })
  reason?: SyncReason;

  @Field(() => SyncActor)
  @Property({ type: 'json' })
  actor!: SyncActor;

  @Field(() => String, {
    description: 'It is in every log line of the run, and in every call to the product.',
  })
  @Property({ type: 'text' })
  correlationId!: string;

  @Field(() => Int, { description: 'How many differences there are beyond those that are kept.' })
  @Property({ type: 'integer', default: 0 })
  differencesLeftOut = 0;

  @Field(() => Int, { description: 'How many items failed beyond those that are kept in `failures`.' })
  @Property({ type: 'integer', default: 0 })
  failuresLeftOut = 0;

  @Property({ type: 'boolean', default: false })
  confirmed = false;

  @Property({ type: 'json', nullable: true })
  only?: OnlyItems;

  @Property({ type: 'json', nullable: true })
  progress?: Progress;

  /** The lease of the attempt that works on it; an earlier attempt can no longer write. */
  @Property({ type: 'uuid', nullable: true })
  lease?: string;

  /** Until when a version that knew no tasks holds the run; it may still be at work during an update. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  leasedUntil?: Date;

  @Field(() => DateTime)
  declare createdAt: Date;

  @ManyToOne({ entity: () => TenantSync, ref: true, index: true })
  sync!: Ref<TenantSync>;
}

@ObjectType({ description: 'A page of runs.' })
export class SyncRunPage extends PageOf(SyncRun) {}
