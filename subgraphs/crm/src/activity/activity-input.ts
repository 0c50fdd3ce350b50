import { nameOf } from '@mycelium/kit/name';
import { zoneSchema } from '@mycelium/kit/zone';
import { readMoment } from '@mycelium/schema/moment';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { tagsSchema } from '../tag/tags.ts';
import { ActivityType } from './activity.ts';
import { isRepeatRule } from './repeat.ts';

const DUE_ON = 'The day on which it is due, for example 2026-12-24.';
const DUE_AT =
  'The moment at which it is due, for example 2026-12-24T17:00:00Z, or a time of the place, for example 2026-12-24T18:00.';
const ZONE = "The IANA time zone of the time; left out, the assignee's.";
const REMIND =
  'How long before its moment the assignee is reminded, at most 40320; left out, at nine on the day, or at the moment if that is earlier.';
const REPEAT =
  'By which rule it comes again once it is completed: an RRULE of RFC 5545, for example FREQ=WEEKLY;BYDAY=MO. COUNT is not possible; UNTIL is.';
const CONFIRM = 'Takes a date in the past, which is refused otherwise.';

@InputType({ description: 'A new activity.' })
export class CreateActivityInput {
  @Field(() => Side, {
    nullable: true,
    description:
      "Whose book it is for, if it is about the tenant itself; left out, the platform's for its staff, and the tenant's for everybody else.",
  })
  side?: Side | null;

  @Field(() => ActivityType)
  type!: ActivityType;

  @Field(() => Subject, { description: 'What it is about.' })
  subject!: Subject;

  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 10,000 characters.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is to do it, by user id; they are notified.' })
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: DUE_ON })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: DUE_AT })
  dueAt?: string | null;

  @Field(() => String, { nullable: true, description: ZONE })
  timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: CONFIRM })
  confirmPast?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How long it takes, at most 10080.' })
  durationMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: REMIND })
  remindMinutesBefore?: number | null;

  @Field(() => String, { nullable: true, description: REPEAT })
  repeat?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;
}

@InputType({
  description:
    'What to change; what you leave out stays the same, and null removes. A day replaces a moment, and a moment a day.',
})
export class UpdateActivityInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => ActivityType, { nullable: true })
  type?: ActivityType | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 10,000 characters.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'By user id; a new assignee is notified.' })
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: DUE_ON })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: DUE_AT })
  dueAt?: string | null;

  @Field(() => String, { nullable: true, description: ZONE })
  timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: CONFIRM })
  confirmPast?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'At most 10080.' })
  durationMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: REMIND })
  remindMinutesBefore?: number | null;

  @Field(() => String, { nullable: true, description: REPEAT })
  repeat?: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it; at most 2,000 characters.' })
  outcome?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .transform((given) => given || null);
const minutes = (most: number) => z.number().int().min(0, 'Not below 0').max(most, `At most ${most} minutes`);

const NO_DATE = { message: 'There is no such date', params: { reason: 'NO_DATE' } };
const LAST_YEAR = 2999;

/** A day of the calendar, from 1970 to 2999. */
export const daySchema = z
  .string()
  .refine(
    (given) => /^\d{4}-\d\d-\d\d$/.test(given) && isReal(() => Temporal.PlainDate.from(given, { overflow: 'reject' })),
    NO_DATE,
  );
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;
const moment = z.string().transform((given, check): Date | string => {
  const known = readMoment(given);
  if (known && isReal(() => ({ year: known.getUTCFullYear() }))) return known;
  if (LOCAL.test(given) && isReal(() => Temporal.PlainDateTime.from(given, { overflow: 'reject' }))) return given;
  check.addIssue({ code: 'custom', ...NO_DATE });
  return z.NEVER;
});

function isReal(read: () => { year: number }): boolean {
  try {
    const { year } = read();
    return year >= 1970 && year <= LAST_YEAR;
  } catch {
    return false;
  }
}

const facts = {
  description: text(10_000).nullish(),
  assigneeId: z.uuid('A person is named by a UUID').nullish(),
  dueOn: daySchema.nullish(),
  dueAt: moment.nullish(),
  timeZone: zoneSchema.nullish(),
  confirmPast: z.boolean().nullish(),
  durationMinutes: minutes(7 * 24 * 60).nullish(),
  remindMinutesBefore: minutes(28 * 24 * 60).nullish(),
  repeat: z
    .string()
    .max(200, 'At most 200 characters')
    .refine(isRepeatRule, {
      message: 'This is no rule by which something can come again',
      params: { reason: 'NO_RULE' },
    })
    .nullish(),
};

const isOneDue = ({ dueOn, dueAt }: { dueOn?: unknown; dueAt?: unknown }): boolean => dueOn == null || dueAt == null;
const twoDues = { message: 'It is due on a day or at a moment', path: ['dueAt'], params: { reason: 'TWO_DUES' } };

export const createActivitySchema = z
  .object({
    side: z.enum(Side).nullish(),
    type: z.enum(ActivityType),
    subject: z.object({ kind: z.enum(SubjectKind), id: z.string() }),
    title: nameOf(200, 'Give it a title'),
    tags: tagsSchema.nullish().transform((list) => list ?? []),
    ...facts,
  })
  .refine(isOneDue, twoDues);

export const updateActivitySchema = z
  .object({
    version: z.number().int(),
    type: z.enum(ActivityType).nullish(),
    title: nameOf(200, 'Give it a title').nullish(),
    outcome: text(2_000).nullish(),
    tags: tagsSchema.nullish(),
    ...facts,
  })
  .refine(isOneDue, twoDues);

export const outcomeSchema = text(2_000).nullish();
