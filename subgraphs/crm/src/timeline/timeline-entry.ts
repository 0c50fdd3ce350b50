import { Embedded, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { part } from '@mycelium/kit/part';
import { SidedRow } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';

/** What an entry says, in the past tense; a client puts it in words, with the facts of the kind. */
export enum EntryKind {
  CONTACT_CREATED = 'CONTACT_CREATED',
  CONTACT_REMOVED = 'CONTACT_REMOVED',
  CONTACT_RESTORED = 'CONTACT_RESTORED',
  NOTE_WRITTEN = 'NOTE_WRITTEN',
  NOTE_REMOVED = 'NOTE_REMOVED',
  NOTE_RESTORED = 'NOTE_RESTORED',
}

/** Names and numbers, by what they are. */
export type Facts = Readonly<Record<string, string | number>>;

/** Something that happened to a subject. It is written once and stays as it is. */
@Unique({ properties: ['tenantId', 'eventId', 'subject.kind', 'subject.id'] })
@Index({ properties: ['tenantId', 'subject.kind', 'subject.id', 'at', 'id'] })
@Entity({ ...ownedBySide })
export class TimelineEntry extends SidedRow {
  @Embedded({ entity: () => Subject })
  subject!: Subject;

  /** Text without a check: a kind more is no migration. */
  @Property({ type: 'text' })
  kind!: EntryKind;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  at!: Date;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'text' })
  actorKind!: string;

  @Property({ type: 'text' })
  actorId!: string;

  @Property({ type: 'text' })
  correlationId!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  acknowledgedAt?: Date;

  @Property({ type: 'json' })
  facts!: Facts;

  @Property({ type: 'uuid', nullable: true })
  relatedId?: string;
}

export const timelinePart = part(TimelineEntry);
