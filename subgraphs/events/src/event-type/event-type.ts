import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { noTwice } from '@mycelium/kit/no-twice';
import { Settings } from '@mycelium/schema/scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { applicationName } from '../application/application.ts';
import { fitsInto } from '../event/json-size.ts';

/** A type of events that a tenant added to those that every tenant has. A new version is a new row. */
@Unique({ properties: ['tenantId', 'name', 'number'] })
@Entity({ ...ownedByTenant })
export class RegisteredEventType extends TenantRow {
  @Property({ type: 'text' })
  name!: string;

  /** The version of the payload's schema, from 1. */
  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'text' })
  description!: string;

  @Property({ type: 'text' })
  source!: string;

  /** Empty for all. */
  @Property({ type: 'array', columnType: 'text[]' })
  targets!: string[];

  @Property({ type: 'array', columnType: 'text[]' })
  aliases!: string[];

  @Property({ type: 'json' })
  payloadSchema!: Record<string, unknown>;
}

export enum EventTeller {
  PLATFORM = 'PLATFORM',
  PROGRAMS = 'PROGRAMS',
  PEOPLE = 'PEOPLE',
}
registerEnumType(EventTeller, {
  name: 'EventTeller',
  description: 'Who may publish events of a type, or import them.',
  valuesConfig: {
    PLATFORM: {
      description: 'The platform alone, when it happens; for all others it is FORBIDDEN, and so is a replay.',
    },
    PROGRAMS: { description: 'A key that speaks for the source of the type.' },
    PEOPLE: { description: 'The same, and people who may publish, in the name of the source.' },
  },
});

@ObjectType('EventType', { description: 'A kind of events: who tells it, whom it reaches, what it carries.' })
export class EventTypeAnswer {
  @Field(() => String, { description: 'In the past tense and with dots, for example user.created.' })
  name!: string;

  @Field(() => [String], { description: 'Other names under which it can be published and pulled.' })
  aliases!: string[];

  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: 'Of the schema of its payload; rises with each registration.' })
  version!: number;

  @Field(() => String, { description: 'The application that tells it; `any` where each one does.' })
  source!: string;

  @Field(() => EventTeller, { description: 'Who may publish it.' })
  toldBy!: EventTeller;

  @Field(() => [String], { description: 'The applications that it reaches.' })
  targets!: string[];

  @Field(() => Settings, { description: 'What its payload must be: JSON Schema.' })
  payloadSchema!: Record<string, unknown>;

  @Field(() => Boolean, { description: 'Whether every tenant has it; the others were registered by yours.' })
  isBuiltIn!: boolean;
}

@InputType({ description: 'A type of your own, or a new version of it.' })
export class RegisterEventTypeInput {
  @Field(() => String, {
    description: 'Words of small letters, digits and _ with dots between, for example oven.heated.',
  })
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String, { description: 'The application that tells it.' })
  source!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The applications that it reaches; all but the source when left out.',
  })
  targets?: string[];

  @Field(() => [String], { nullable: true, description: 'Other names for it.' })
  aliases?: string[];

  @Field(() => Settings, {
    description:
      'What its payload must be: JSON Schema of at most 32 KB and 32 levels, with references to its own parts alone. Patterns are those of RE2, without looking ahead or back; a payload that takes more than 100 ms to check is refused.',
  })
  payloadSchema!: Record<string, unknown>;
}

const typeName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/,
    'A type is named with words of small letters, digits and _, with dots between',
  )
  .max(80, 'The name of a type has at most 80 characters');

export const registerEventTypeSchema = z.object({
  name: typeName,
  description: z.string().trim().min(1, 'A description is needed').max(200, 'A description has at most 200 characters'),
  source: applicationName,
  targets: z
    .array(applicationName)
    .max(50, 'A type has at most 50 targets')
    .superRefine(noTwice('A type reaches an application once'))
    .nullish(),
  aliases: z
    .array(typeName)
    .max(10, 'A type has at most 10 aliases')
    .superRefine(noTwice('An alias is said once'))
    .nullish(),
  payloadSchema: z.record(z.string(), z.unknown()).refine(fitsInto(32), 'A schema has at most 32 KB'),
});
