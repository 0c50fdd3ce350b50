import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import type { AlertUnit } from '@mycelium/schema/alert-promise';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { AlertKind, AlertUnits, unitOf } from './alert-kind.ts';

/** What a tenant says about one kind of alerts; without a row the usual holds. */
@Unique({ properties: ['tenantId', 'kind'] })
@Entity({ tableName: 'alert_rule', ...ownedByTenant })
export class AlertRuleRow extends TenantRow {
  @Property({ type: 'text' })
  kind!: AlertKind;

  @Property({ type: 'boolean', default: true })
  isOn = true;

  @Property({ type: 'double' })
  threshold!: number;

  /** The column has the name of before, so that two versions can run side by side. */
  @Property({ type: 'boolean', default: true, fieldName: 'sends_letters' })
  sendsEmails = true;

  @Property({ type: 'array', columnType: 'text[]' })
  recipientIds: string[] = [];

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  mutedUntil?: Date | null;
}

@ObjectType({ description: 'When one kind of alert is raised, and who is notified.' })
export class AlertRule {
  @Field(() => AlertKind)
  kind!: AlertKind;

  @Field(() => Boolean)
  isOn!: boolean;

  @Field(() => Number, { nullable: true, description: 'In the unit of the kind; null if the kind has no number.' })
  threshold?: number;

  @Field(() => AlertUnits, {
    nullable: true,
    description: 'What the threshold is counted in; null if there is none.',
  })
  unit?: AlertUnit;

  @Field(() => Boolean, { description: 'Whether e-mails are sent.' })
  sendsEmails!: boolean;

  @Field(() => Boolean, { deprecationReason: 'Use `sendsEmails`.' })
  sendsLetters!: boolean;

  @Field(() => [ID], { description: 'The people who get an e-mail; the owners if empty.' })
  recipientIds!: string[];

  @Field(() => DateTime, { nullable: true, description: 'Until then alerts are shown, but nobody gets an e-mail.' })
  mutedUntil?: Date;

  @Field(() => Int, { description: 'Pass it back when you change it; 0 if nobody has changed it yet.' })
  version!: number;
}

@InputType({ description: 'What to change in the rule for one kind of alert; what you leave out stays the same.' })
export class UpdateAlertRuleInput {
  @Field(() => AlertKind)
  kind!: AlertKind;

  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => Boolean, { nullable: true })
  isOn?: boolean;

  @Field(() => Number, { nullable: true, description: 'In the unit of the kind.' })
  threshold?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether e-mails are sent.' })
  sendsEmails?: boolean;

  @Field(() => Boolean, { nullable: true, deprecationReason: 'Use `sendsEmails`.' })
  sendsLetters?: boolean;

  @Field(() => [ID], { nullable: true, description: 'People of the tenant; empty for the owners.' })
  recipientIds?: string[];

  @Field(() => DateTime, { nullable: true, description: 'A moment in the past switches e-mails back on.' })
  mutedUntil?: Date;
}

export const updateRuleSchema = z
  .object({
    kind: z.enum(AlertKind),
    version: z.int(),
    isOn: z.boolean().nullish(),
    threshold: z.number().positive('A threshold is above 0').max(100_000, 'A threshold is at most 100,000').nullish(),
    sendsEmails: z.boolean().nullish(),
    sendsLetters: z.boolean().nullish(),
    recipientIds: z.array(z.uuid('People are named by their ids')).max(50, 'At most 50 people get e-mails').nullish(),
    mutedUntil: z.date().nullish(),
  })
  .superRefine(({ kind, threshold }, context) => {
    const mistake = threshold ? mistakeIn(threshold, unitOf(kind)) : undefined;
    if (mistake) context.addIssue({ code: 'custom', path: ['threshold'], ...mistake });
  });

/** What is wrong with a threshold, by its unit. */
function mistakeIn(threshold: number, unit: AlertUnit | undefined) {
  if (unit === 'PERCENT' && threshold > 100)
    return { message: 'A rate is at most 100 percent', params: { reason: 'TOO_LARGE', limit: 100 } };
  if (unit === 'TIMES' && !Number.isInteger(threshold))
    return { message: 'This is a whole number', params: { reason: 'NOT_WHOLE' } };
  return undefined;
}
