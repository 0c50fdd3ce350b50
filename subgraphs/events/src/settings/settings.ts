import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Policy, USUAL_ACKNOWLEDGE_WITHIN_MS, usualPolicy } from '@mycelium/bus/policy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { StorageMode } from '../health/health.ts';

@Directive('@key(fields: "tenantId")')
@ObjectType({ description: 'How the events of a tenant are stored and retried.' })
@Unique({ properties: ['tenantId'] })
@Entity({ ...ownedByTenant })
export class EventSettings extends TenantRow {
  @Field(() => ID)
  declare tenantId: string;

  @Field(() => Int, { description: '0 if nothing has been changed yet.' })
  declare version: number;

  @Field(() => StorageMode)
  @Enum({ items: () => StorageMode, type: 'string', default: StorageMode.ZERO_DB_SUCCESS })
  mode: StorageMode = StorageMode.ZERO_DB_SUCCESS;

  @Field(() => Int, { description: 'In milliseconds; what is not acknowledged by then ends as TIMEOUT.' })
  @Property({ type: 'integer', default: USUAL_ACKNOWLEDGE_WITHIN_MS })
  acknowledgeWithinMs = USUAL_ACKNOWLEDGE_WITHIN_MS;

  @Field(() => Int, { description: 'How often a delivery is attempted before it is given up.' })
  @Property({ type: 'integer', default: usualPolicy.attempts })
  attempts = usualPolicy.attempts;

  @Field(() => Int, {
    description: 'The wait after the first failure, in milliseconds; doubles with each further one.',
  })
  @Property({ type: 'integer', default: usualPolicy.backOffMs })
  backOffMs = usualPolicy.backOffMs;

  @Field(() => Int, { description: 'The longest wait between two attempts, in milliseconds.' })
  @Property({ type: 'integer', default: usualPolicy.backOffAtMostMs })
  backOffAtMostMs = usualPolicy.backOffAtMostMs;

  @Field(() => Int, {
    description: 'After this many failures in a row, sending to an application is paused for a while.',
  })
  @Property({ type: 'integer', default: usualPolicy.breaker.failures })
  breakerFailures = usualPolicy.breaker.failures;

  @Field(() => Int, { description: 'How long sending stays paused, in milliseconds; then a single delivery is tried.' })
  @Property({ type: 'integer', default: usualPolicy.breaker.openMs })
  breakerOpenMs = usualPolicy.breaker.openMs;

  /** The applications whose deliveries a program outside takes, also when a subgraph answers for them, now or one day. */
  @Property({ type: 'array', columnType: 'text[]', default: [] })
  outside: string[] = [];
}

@InputType({ description: 'What you leave out stays the same.' })
export class UpdateEventSettingsInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => StorageMode, { nullable: true })
  mode?: StorageMode;

  @Field(() => Int, { nullable: true, description: '1,000 to 604,800,000, which is a week.' })
  acknowledgeWithinMs?: number;

  @Field(() => Int, { nullable: true, description: '1 to 50.' })
  attempts?: number;

  @Field(() => Int, { nullable: true, description: '10 to 3,600,000.' })
  backOffMs?: number;

  @Field(() => Int, { nullable: true, description: '10 to 86,400,000.' })
  backOffAtMostMs?: number;

  @Field(() => Int, { nullable: true, description: '1 to 1,000.' })
  breakerFailures?: number;

  @Field(() => Int, { nullable: true, description: '100 to 3,600,000.' })
  breakerOpenMs?: number;
}

const between = (least: number, most: number) =>
  z
    .int()
    .min(least, `It is at least ${least.toLocaleString('en')}`)
    .max(most, `It is at most ${most.toLocaleString('en')}`)
    .nullish()
    .transform((value) => value ?? undefined);

export const settingsSchema = z.object({
  mode: z
    .enum(StorageMode)
    .nullish()
    .transform((value) => value ?? undefined),
  acknowledgeWithinMs: between(1_000, 604_800_000),
  attempts: between(1, 50),
  backOffMs: between(10, 3_600_000),
  backOffAtMostMs: between(10, 86_400_000),
  breakerFailures: between(1, 1_000),
  breakerOpenMs: between(100, 3_600_000),
});

/** A tenant's policy as the bus reads it. */
export function policyOf(settings: EventSettings): Policy {
  const { attempts, backOffMs, backOffAtMostMs, breakerFailures, breakerOpenMs } = settings;
  return { attempts, backOffMs, backOffAtMostMs, breaker: { failures: breakerFailures, openMs: breakerOpenMs } };
}
