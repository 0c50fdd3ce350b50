import { Embedded, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';
import { DueNotice } from './due.ts';

export enum ActivityType {
  CALL = 'CALL',
  EMAIL = 'EMAIL',
  MEETING = 'MEETING',
  TASK = 'TASK',
  VISIT = 'VISIT',
  DEMO = 'DEMO',
  OTHER = 'OTHER',
}
registerEnumType(ActivityType, { name: 'ActivityType' });
registerEnumType(DueNotice, {
  name: 'DueNotice',
  description: 'What is odd about the time that was asked for.',
  valuesConfig: {
    CLOCKS_GO_FORWARD: { description: 'The clocks of the place leave it out that night: it is due an hour later.' },
    CLOCKS_GO_BACK: { description: 'The clocks of the place show it twice that night: it is due at the earlier one.' },
  },
});

/** Somebody has it to do. */
const OPEN = 'completed_at is null and removed_at is null and assignee_id is not null';
/** Its assignee has yet to be reminded at this moment. */
export const awaitsReminder = `${OPEN} and remind_at is not null and reminded_for is distinct from remind_at`;
/** They have yet to hear that this due day is over. */
export const awaitsOverdue = `${OPEN} and overdue_at is not null and overdue_told_for is distinct from due_until`;

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Something to be done about a contact or the tenant itself, or that was done: a call, a visit, a task.',
})
@Index({ properties: ['tenantId', 'dueOrder', 'id'] })
@Index({ properties: ['tenantId', 'assigneeId', 'dueOrder', 'id'] })
@Index({ properties: ['tenantId', 'subject.id', 'dueOrder', 'id'] })
@Index({ properties: ['tags'], type: 'gin' })
@Index({ properties: ['tenantId', 'remindAt'], where: awaitsReminder })
@Index({ properties: ['tenantId', 'overdueAt'], where: awaitsOverdue })
@Entity({ ...ownedBySide })
export class Activity extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ActivityType)
  @Enum({ items: () => ActivityType, type: 'string' })
  type!: ActivityType;

  @Field(() => Subject, { description: 'What it is about.' })
  @Embedded(() => Subject)
  subject!: Subject;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is to do it, by user id; null: nobody yet.' })
  @Property({ type: 'uuid', nullable: true })
  assigneeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which it is due, for example 2026-12-24, if it has no time.',
  })
  @Property({ type: 'date', nullable: true })
  dueOn?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The moment at which it is due, if it has a time.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  dueAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'The IANA time zone in which that is meant.' })
  @Property({ type: 'text', nullable: true })
  timeZone?: string | null;

  @Field(() => DueNotice, {
    nullable: true,
    description: 'Set if the time that was asked for does not come that night, or comes twice.',
  })
  @Enum({ items: () => DueNotice, type: 'string', nullable: true })
  dueNotice?: DueNotice | null;

  /** The zone of whoever is to do it, by which its day begins and ends: their own, or that of the tenant. */
  @Property({ type: 'text' })
  dayZone!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the day on which it is due begins where its assignee works.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  dueFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The assignee's midnight after which it is overdue." })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  dueUntil?: Date | null;

  /** By which lists are sorted; what is not due comes last. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  dueOrder!: Date;

  @Field(() => Int, { nullable: true, description: 'How long it takes.' })
  @Property({ type: 'integer', nullable: true })
  durationMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long before its moment the assignee is reminded; null: at nine on the day, or at the moment if that is earlier.',
  })
  @Property({ type: 'integer', nullable: true })
  remindMinutesBefore?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the assignee is reminded, or was.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  remindAt?: Date | null;

  /** Of which moment the reminder has gone out. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  remindedFor?: Date | null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  overdueAt?: Date | null;

  /** Of which due day it was said that it is over. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  overdueToldFor?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'By which rule it comes again, as in RFC 5545, for example FREQ=WEEKLY;BYDAY=MO.',
  })
  @Property({ type: 'text', nullable: true })
  repeat?: string | null;

  @Field(() => ID, { nullable: true, description: 'The activity upon whose completion it was made.' })
  @Property({ type: 'uuid', nullable: true, index: true })
  followsId?: string | null;

  @Field(() => [String], { description: 'In the order in which they were given.' })
  @Property({ type: 'array', columnType: 'text[]' })
  tags: string[] = [];

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  @Property({ type: 'text', nullable: true })
  outcome?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Set once it is done.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  completedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who completed it: the id of a user, or of an API client.' })
  @Property({ type: 'text', nullable: true })
  completedBy?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last reopened.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  reopenedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who last reopened it.' })
  @Property({ type: 'text', nullable: true })
  reopenedBy?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of activities.' })
export class ActivityPage extends PageOf(Activity) {}
