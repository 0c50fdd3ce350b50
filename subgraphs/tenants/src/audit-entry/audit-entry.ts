import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { CsvPage } from '@mycelium/kit/csv';
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
  description: 'What came of an action.',
  valuesConfig: {
    CALLED: { description: 'It was asked for, and changed nothing that the graph shows.' },
    SUCCEEDED: { description: 'For example a log-in.' },
    REFUSED: { description: 'For example a log-in with a wrong password.' },
    SHOWN: { description: 'A secret was read.' },
  },
});

@ObjectType({ description: 'Who did it.' })
export class AuditActor {
  @Field(() => String, { description: 'user, display, client, anonymous, or gateway for the platform itself.' })
  kind!: string;

  @Field(() => String, { description: 'Empty for somebody who was not logged in.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'As it was called then.' })
  name?: string;
}

@ObjectType({ description: 'One field, before and after; each as JSON, null where there was nothing.' })
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
 * table is written by hand in Migration20261121090000: a new property needs a migration like that one.
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

  @Field(() => String, { description: 'The mutation, or the event that was reacted to.' })
  @Property({ type: 'text' })
  action!: string;

  @Field(() => AuditKind)
  @Enum({ items: () => AuditKind, type: 'string' })
  kind!: AuditKind;

  @Field(() => String, { nullable: true, description: 'The type of what it was done to, for example MenuItem.' })
  @Property({ type: 'text', nullable: true })
  noun?: string;

  @Field(() => ID, { nullable: true, description: 'Of what it was done to.' })
  @Property({ type: 'text', nullable: true })
  nounId?: string;

  @Field(() => AuditActor)
  @Property({ type: 'json', columnType: 'jsonb' })
  actor!: AuditActor;

  @Property({ type: 'json', columnType: 'jsonb' })
  before!: Record<string, unknown>;

  @Property({ type: 'json', columnType: 'jsonb' })
  after!: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'The network address it came from.' })
  @Property({ type: 'text', nullable: true })
  address?: string;

  @Field(() => String, { description: 'The same in all logs of the call.' })
  @Property({ type: 'text' })
  correlationId!: string;
}

@ObjectType({ description: 'A page of the audit log.' })
export class AuditEntryPage extends PageOf(AuditEntry) {}

@ObjectType({ description: 'A page of the audit log as a table.' })
export class AuditExport extends CsvPage {}

@InputType({ description: 'Which entries; what is left out is not asked for.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: "The actor's id." })
  actor?: string;

  @Field(() => String, { nullable: true, description: 'For example MenuItem.' })
  noun?: string;

  @Field(() => ID, { nullable: true, description: 'Of what it was done to.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'For example updateMenuItem.' })
  action?: string;

  @Field(() => DateTime, { nullable: true, description: 'From this moment on.' })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  to?: Date;
}

const text = z.string().trim().max(200, 'At most 200 characters').nullish();
export const auditFilterSchema = z.object({
  actor: text,
  noun: text,
  id: text,
  action: text,
  from: z.date().nullish(),
  to: z.date().nullish(),
});
