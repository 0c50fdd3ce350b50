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
  description: 'Who may publish or import events of a type.',
  valuesConfig: {
    PLATFORM: {
      description: 'Only the platform, when it happens; FORBIDDEN for everybody else, including a replay.',
    },
    PROGRAMS: { description: 'A key that acts for the source of the type.' },
    PEOPLE: { description: 'The same, and also people who may publish, on behalf of the source.' },
  },
});

@ObjectType('EventType', { description: 'A type of event: who publishes it, who receives it, and what it carries.' })
export class EventTypeAnswer {
  @Field(() => String, { description: 'In the past tense and with dots, for example user.created.' })
  name!: string;

  @Field(() => [String], { description: 'Other names under which it can be published and pulled.' })
  aliases!: string[];

  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: 'The version of its payload schema; rises with each registration.' })
  version!: number;

  @Field(() => String, { description: 'The application that publishes it; `any` if every application may.' })
  source!: string;

  @Field(() => EventTeller, { description: 'Who may publish it.' })
  toldBy!: EventTeller;

  @Field(() => [String], { description: 'The applications that receive it.' })
  targets!: string[];

  @Field(() => Settings, { description: 'What its payload must look like, as a JSON Schema.' })
  payloadSchema!: Record<string, unknown>;

  @Field(() => Boolean, { description: 'Whether every tenant has it; the others were registered by your tenant.' })
  isBuiltIn!: boolean;
}

@InputType({ description: 'A type of your own, or a new version of it.' })
export class RegisterEventTypeInput {
  @Field(() => String, {
    description: 'Words of lower-case letters, digits and _, separated by dots, for example oven.heated.',
  })
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String, { description: 'The application that publishes it.' })
  source!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The applications that receive it; leave out for all but the source.',
  })
  targets?: string[];

  @Field(() => [String], { nullable: true, description: 'Other names for it.' })
  aliases?: string[];

  @Field(() => Settings, {
    description:
      'What its payload must look like: a JSON Schema of at most 32 KB and 32 levels that only references its own parts. Patterns are RE2, without look-ahead or look-behind; a payload that takes more than 100 ms to check is refused.',
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
