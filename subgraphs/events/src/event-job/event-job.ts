import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum EventAction {
  RETRY = 'RETRY',
  DISCARD = 'DISCARD',
  REPLAY = 'REPLAY',
}
registerEnumType(EventAction, {
  name: 'EventAction',
  description: 'What to do with stored events.',
  valuesConfig: {
    RETRY: { description: 'Events that were given up are delivered again, as if for the first time.' },
    DISCARD: { description: 'Events that were given up are permanently deleted.' },
    REPLAY: {
      description:
        'Finished events are delivered once more, with the same id and marked as a replay: those that were given up, and those that were acknowledged if history is kept. Types that only the platform publishes are left out.',
    },
  },
});

export enum EventJobStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(EventJobStatus, { name: 'EventJobStatus' });

@ObjectType({ description: 'Who requested it.' })
export class EventActor {
  @Field(() => String, { description: 'user, client, or gateway for the system itself.' })
  kind!: string;

  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A bulk retry, discard or replay of events: its progress, and who requested it.',
})
@Index({ properties: ['status', 'id'] })
@Entity({ ...ownedByTenant })
export class EventJob extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => EventAction)
  @Enum({ items: () => EventAction, type: 'string' })
  action!: EventAction;

  @Field(() => Settings, { description: 'The filter it was requested with.' })
  @Property({ type: 'json' })
  filter!: Record<string, unknown>;

  @Field(() => EventJobStatus)
  @Enum({ items: () => EventJobStatus, type: 'string', default: EventJobStatus.QUEUED })
  status: EventJobStatus = EventJobStatus.QUEUED;

  @Field(() => Int, { description: 'How many matched when it was requested.' })
  @Property({ type: 'integer' })
  total!: number;

  @Field(() => Int, { description: 'How many it has processed.' })
  @Property({ type: 'integer', default: 0 })
  done = 0;

  @Field(() => Int, { description: 'How many it had to skip because their product is switched off.' })
  @Property({ type: 'integer', default: 0 })
  failed = 0;

  @Field(() => EventActor)
  @Property({ type: 'json' })
  actor!: EventActor;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  startedAt?: Date;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date;

  @Field(() => DateTime)
  declare createdAt: Date;

  /** The last row that it came to. */
  @Property({ type: 'uuid', nullable: true })
  reached?: string;

  /** The lease of a version that knew no tasks, which may still be at work during an update. */
  @Property({ type: 'uuid', nullable: true })
  lease?: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  leasedUntil?: Date;
}

@ObjectType({ description: 'A page of jobs.' })
export class EventJobPage extends PageOf(EventJob) {}

@ObjectType({ implements: Change, description: 'A job was queued, made progress, or ended.' })
export class EventJobChange extends Change {
  @Field(() => ID)
  jobId!: string;

  @Field(() => EventJob, { nullable: true, description: 'Its current state.' })
  job?: EventJob;
}
