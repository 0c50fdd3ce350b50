import { Embedded, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Actor } from '../actor/actor.ts';
import { SidedRow } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';

/** What an entry says, in the past tense; a client puts it in words, with the facts of the kind. */
export enum EntryKind {
  CONTACT_CREATED = 'CONTACT_CREATED',
  CONTACT_REMOVED = 'CONTACT_REMOVED',
  CONTACT_RESTORED = 'CONTACT_RESTORED',
  CONTACTS_MERGED = 'CONTACTS_MERGED',
  MERGE_UNDONE = 'MERGE_UNDONE',
  CONTACT_IMPORTED = 'CONTACT_IMPORTED',
  CONTACT_IMPORT_UPDATED = 'CONTACT_IMPORT_UPDATED',
  NOTE_WRITTEN = 'NOTE_WRITTEN',
  NOTE_REMOVED = 'NOTE_REMOVED',
  NOTE_RESTORED = 'NOTE_RESTORED',
  ACTIVITY_CREATED = 'ACTIVITY_CREATED',
  ACTIVITY_COMPLETED = 'ACTIVITY_COMPLETED',
  ACTIVITY_REOPENED = 'ACTIVITY_REOPENED',
  ACTIVITY_REMOVED = 'ACTIVITY_REMOVED',
  ACTIVITY_RESTORED = 'ACTIVITY_RESTORED',
  OPPORTUNITY_CREATED = 'OPPORTUNITY_CREATED',
  OPPORTUNITY_MOVED = 'OPPORTUNITY_MOVED',
  OPPORTUNITY_WON = 'OPPORTUNITY_WON',
  OPPORTUNITY_LOST = 'OPPORTUNITY_LOST',
  OPPORTUNITY_REMOVED = 'OPPORTUNITY_REMOVED',
  OPPORTUNITY_RESTORED = 'OPPORTUNITY_RESTORED',
  CREDIT_ALLOCATED = 'CREDIT_ALLOCATED',
  CREDIT_CONSUMED = 'CREDIT_CONSUMED',
  EMPLOYEE_UPDATED = 'EMPLOYEE_UPDATED',
  BENEFITS_UPDATED = 'BENEFITS_UPDATED',
  COMMISSION_UPDATED = 'COMMISSION_UPDATED',
  PARTNER_REGISTERED = 'PARTNER_REGISTERED',
  PARTNER_REMOVED = 'PARTNER_REMOVED',
  PARTNER_RESTORED = 'PARTNER_RESTORED',
  REFERRAL_COMPLETED = 'REFERRAL_COMPLETED',
  COMMISSION_PROCESSED = 'COMMISSION_PROCESSED',
  SYNC_FAILED = 'SYNC_FAILED',
  SYNC_RECOVERED = 'SYNC_RECOVERED',
  SERVICE_ON = 'SERVICE_ON',
  SERVICE_PAUSED = 'SERVICE_PAUSED',
  SERVICE_OFF = 'SERVICE_OFF',
  SERVICE_CHANGED = 'SERVICE_CHANGED',
  ALERT_RAISED = 'ALERT_RAISED',
  ALERT_RECOVERED = 'ALERT_RECOVERED',
  MEMBER_JOINED = 'MEMBER_JOINED',
  MEMBER_CHANGED = 'MEMBER_CHANGED',
  MEMBER_LEFT = 'MEMBER_LEFT',
  FIRST_ORDER = 'FIRST_ORDER',
  IMPORT_APPLIED = 'IMPORT_APPLIED',
  IMPORT_UNDONE = 'IMPORT_UNDONE',
  ACCOUNT_STAGE_CHANGED = 'ACCOUNT_STAGE_CHANGED',
  ACCOUNT_GIVEN = 'ACCOUNT_GIVEN',
}

registerEnumType(EntryKind, { name: 'TimelineEntryKind', description: 'What happened.' });

/** Names and numbers, by what they are. */
export type Facts = Readonly<Record<string, string | number>>;

// A page is found in an index alone, with what it is narrowed by and what row security looks at.
const WITH = 'include (side, kind, actor_id)';

@ObjectType({ description: 'Something that happened to a subject. It is written once and stays as it is.' })
@Unique({ properties: ['tenantId', 'eventId', 'subject.kind', 'subject.id'] })
@Index({
  name: 'timeline_entry_of_subject',
  expression: `create index timeline_entry_of_subject on crm.timeline_entry (tenant_id, subject_kind, subject_id, at, id) ${WITH}`,
})
@Index({
  name: 'timeline_entry_of_tenant',
  expression: `create index timeline_entry_of_tenant on crm.timeline_entry (tenant_id, at, id) ${WITH}`,
})
@Entity({ ...ownedBySide })
export class TimelineEntry extends SidedRow {
  /** Without an index of its own: others begin with it. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @Field(() => ID)
  declare id: string;

  @Field(() => Subject, { description: 'What it happened to.' })
  @Embedded({ entity: () => Subject })
  subject!: Subject;

  /** Text without a check: a kind more is no migration. */
  @Field(() => EntryKind)
  @Property({ type: 'text' })
  kind!: EntryKind;

  @Field(() => DateTime, { description: 'When it happened.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  at!: Date;

  @Field(() => ID, { description: 'The event that said so.' })
  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => String, { description: 'The application that published the event.' })
  @Property({ type: 'text' })
  source!: string;

  @Field(() => Actor)
  @Embedded({ entity: () => Actor })
  actor!: Actor;

  @Field(() => String, {
    description: 'What belongs to one call has one correlation id, also over several applications.',
  })
  @Property({ type: 'text' })
  correlationId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the CRM acknowledged the event; null for what happened in the CRM itself.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  acknowledgedAt?: Date;

  @Field(() => Settings, { description: 'The facts of the kind, by name: texts and numbers.' })
  @Property({ type: 'json' })
  facts!: Facts;

  @Field(() => ID, { nullable: true, description: 'What it is more about, such as the note that was written.' })
  @Property({ type: 'uuid', nullable: true })
  relatedId?: string;
}

@ObjectType({ description: 'A page of a timeline.' })
export class TimelinePage extends PageOf(TimelineEntry) {}
