import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { CsvPage } from '@mycelium/kit/csv-page';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

export enum AuditKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
  CALLED = 'CALLED',
  SUCCEEDED = 'SUCCEEDED',
  REFUSED = 'REFUSED',
  SHOWN = 'SHOWN',
}
registerEnumType(AuditKind, {
  name: 'AuditKind',
  description: 'The outcome of an action.',
  valuesConfig: {
    CALLED: { description: 'It was requested, and changed nothing that the graph shows.' },
    SUCCEEDED: { description: 'For example a login.' },
    REFUSED: { description: 'For example a login with a wrong password.' },
    SHOWN: { description: 'A secret was viewed.' },
  },
});

@ObjectType({ description: 'Who did it.' })
export class AuditActor {
  @Field(() => String, {
    description: 'user, display, station, client, anonymous, or gateway for the platform itself.',
  })
  kind!: string;

  @Field(() => String, { description: 'Empty for somebody who was not logged in.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it was called then.' })
  name?: string;

  @Field(() => ID, { nullable: true, description: 'Of a station: the person who was signed in there.' })
  personId?: string;

  @Field(() => String, { nullable: true, description: 'What this person was called then.' })
  personName?: string;
}

@ObjectType({ description: 'One field, before and after; each as JSON, null if there was nothing.' })
export class AuditChange {
  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true })
  before?: string;

  @Field(() => String, { nullable: true })
  after?: string;
}

/**
 * Partitioned by month over its id, a UUIDv7, which says when it happened; a trigger refuses every change of a row. Its
 * table is written by hand in Migration20261121090000: a new property needs a migration by hand, like Migration20261130020000.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One thing that was done, as it was then. Nobody can change it.' })
@Entity({ ...ownedByTenant })
export class AuditEntry extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  at!: Date;

  @Field(() => String, { description: 'The mutation, or the event that was handled.' })
  @Property({ type: 'text' })
  action!: string;

  @Field(() => AuditKind)
  @Enum({ items: () => AuditKind, type: 'string' })
  kind!: AuditKind;

  @Field(() => String, { nullable: true, description: 'The type of what it was done to, for example MenuItem.' })
  @Property({ type: 'text', nullable: true })
  noun?: string;

  @Field(() => ID, { nullable: true, description: 'The id of what it was done to.' })
  @Property({ type: 'text', nullable: true })
  nounId?: string;

  /** What it was called then, or in each language; entries of before there were names have none. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  name?: string | Record<string, string>;

  @Field(() => AuditActor)
  @Property({ type: 'json', columnType: 'jsonb' })
  actor!: AuditActor;

  @Property({ type: 'json', columnType: 'jsonb' })
  before!: Record<string, unknown>;

  @Property({ type: 'json', columnType: 'jsonb' })
  after!: Record<string, unknown>;

  @Property({ type: 'text', nullable: true })
  address?: string;

  @Field(() => String, { description: 'The same in every log of the request.' })
  @Property({ type: 'text' })
  correlationId!: string;
}

@ObjectType({ description: 'A page of the audit log.' })
export class AuditEntryPage extends PageOf(AuditEntry) {}

@ObjectType({ description: 'A page of the audit log as a table.' })
export class AuditExport extends CsvPage {}

@ObjectType({ implements: Change, description: 'The log has new entries.' })
export class AuditLogChange extends Change {
  @Field(() => [AuditEntry], {
    description:
      'Those that you may read, newest first; only some if there are many at once, so it is best to reload lists.',
  })
  entries!: AuditEntry[];
}

@InputType({ description: 'Which entries; what you leave out does not restrict them.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'The id of the actor.' })
  actor?: string;

  @Field(() => String, { nullable: true, description: 'For example MenuItem.' })
  noun?: string;

  @Field(() => ID, { nullable: true, description: 'The id of what it was done to.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'For example updateMenuItem.' })
  action?: string;

  @Field(() => [ID], { nullable: true, description: 'These entries, by their own ids; at most 100.' })
  entries?: string[];

  @Field(() => [String], { nullable: true, description: 'What any of these actors did, by their ids; at most 100.' })
  actors?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true for only what happened automatically: what the platform and screens do, and sessions that continue; false for everything else.',
  })
  isAutomatic?: boolean;

  @Field(() => [String], { nullable: true, description: 'What was done to things of any of these types; at most 100.' })
  nouns?: string[];

  @Field(() => [AuditKind], { nullable: true, description: 'The outcome of the action.' })
  kinds?: AuditKind[];

  @Field(() => DateTime, { nullable: true, description: 'At or after this moment.' })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  to?: Date;
}

const text = z.string().trim().max(200, 'At most 200 characters').nullish();
const texts = z.array(z.string().max(200, 'At most 200 characters')).max(100, 'At most 100 at once').nullish();
export const auditFilterSchema = z.object({
  actor: text,
  noun: text,
  id: text,
  action: text,
  entries: z.array(z.uuid('An id is a UUID')).max(100, 'At most 100 at once').nullish(),
  actors: texts,
  isAutomatic: z.boolean().nullish(),
  nouns: texts,
  kinds: z.array(z.enum(AuditKind)).max(100, 'At most 100 at once').nullish(),
  from: z.date().nullish(),
  to: z.date().nullish(),
});
