import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { ConsumerPlace } from '../consumer/consumer.ts';

/** An application that a tenant added to those that every tenant has. */
@Unique({ properties: ['tenantId', 'name'] })
@Entity({ ...ownedByTenant })
export class RegisteredApplication extends TenantRow {
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  description!: string;
}

@ObjectType({ description: 'An application that publishes and receives events on the event bus.' })
export class Application {
  @Field(() => String, { description: 'The name it is addressed by, for example hr.' })
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Boolean, { description: 'Whether every tenant has it; the others were registered by your tenant.' })
  isBuiltIn!: boolean;

  @Field(() => Boolean, { description: 'Whether the platform itself can receive its events.' })
  hasHome!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it is a product that is switched off: it receives nothing until it is switched on.',
  })
  isOff!: boolean;

  @Field(() => ConsumerPlace)
  consumer!: ConsumerPlace;

  @Field(() => [String], { description: 'The types of events that it publishes.' })
  publishes!: string[];

  @Field(() => [String], { description: 'The types of events that it receives.' })
  consumes!: string[];
}

@InputType({ description: 'An application of your own.' })
export class RegisterApplicationInput {
  @Field(() => String, { description: 'Up to 40 letters, digits and _; unique among applications.' })
  name!: string;

  @Field(() => String, { description: 'What it is, in one sentence of at most 200 characters.' })
  description!: string;
}

export const applicationName = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, 'The name of an application has up to 40 letters, digits and _');

export const registerApplicationSchema = z.object({
  name: applicationName.refine((name) => !['all', 'any'].includes(name), 'all and any name everyone'),
  description: z.string().trim().min(1, 'A description is needed').max(200, 'A description has at most 200 characters'),
});
