import { type FilterQuery, LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Side } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';
import { carries } from '../tag/find-tags.ts';
import { Activity, type ActivityPage, ActivityType } from './activity.ts';

export enum ActivityDue {
  OVERDUE = 'OVERDUE',
  TODAY = 'TODAY',
  UPCOMING = 'UPCOMING',
  NONE = 'NONE',
}
registerEnumType(ActivityDue, {
  name: 'ActivityDue',
  description: 'When something is due, by the midnight of whoever is to do it.',
  valuesConfig: {
    OVERDUE: { description: 'On a day that is over for them.' },
    TODAY: { description: 'On the day that it is for them, also if the time has passed.' },
    UPCOMING: { description: 'From their next midnight on.' },
    NONE: { description: 'Not at all.' },
  },
});

@InputType({ description: 'Which activities; what is left out does not matter.' })
export class ActivityFilter {
  @Field(() => Side, { nullable: true, description: 'Of which book.' })
  side?: Side | null;

  @Field(() => ID, { nullable: true, description: 'Who is to do it, by user id.' })
  assignee?: string | null;

  @Field(() => ActivityDue, { nullable: true, description: 'Of what is still open, unless `open` says otherwise.' })
  due?: ActivityDue | null;

  @Field(() => ActivityType, { nullable: true })
  type?: ActivityType | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is to be done, or only what is done.' })
  open?: boolean | null;

  @Field(() => Subject, { nullable: true, description: 'What it is about.' })
  subject?: Subject | null;

  @Field(() => String, { nullable: true, description: 'Those that carry this tag.' })
  tag?: string | null;
}

/** The activity, unless it was removed. */
export async function findActivity(ctx: Context, id: string): Promise<Activity | undefined> {
  const activity = await find(ctx, Activity, id);
  return activity?.removedAt ? undefined : activity;
}

/** The activity, which nobody else changes until the transaction ends; throws NotFound when there is none, or it was removed. */
export async function lockActivity(ctx: Context, id: string): Promise<Activity> {
  const activity = await lockRemoved(ctx, id);
  if (activity.removedAt) throw new NotFound('Activity', id);
  return activity;
}

/** The same, whether it was removed or not. */
export async function lockRemoved(ctx: Context, id: string): Promise<Activity> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const activity = await ctx.em.findOne(Activity, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!activity) throw new NotFound('Activity', id);
  return activity;
}

/** A page of a tenant's activities, by when they are due; what is not due comes last. */
export async function pageOfActivities(
  ctx: Context,
  tenantId: string,
  filter: ActivityFilter | null | undefined,
  range: PageArgs,
): Promise<ActivityPage> {
  const tagged = filter?.tag && (await carries(ctx, tenantId, filter.tag));
  const where = { tenantId, removedAt: null, ...wanted(filter ?? {}, ctx.now()), ...(tagged || {}) };
  return page(ctx, Activity, where as FilterQuery<Activity>, range, { dueOrder: 'asc', id: 'asc' });
}

function wanted({ side, assignee, due, type, open, subject }: ActivityFilter, now: Date): object {
  const isOpen = open ?? (due ? true : undefined);
  return {
    ...(side && { side }),
    ...(assignee && { assigneeId: oneOf([assignee]) }),
    ...(due && byDue(due, now)),
    ...(type && { type }),
    ...(isOpen !== undefined && { completedAt: isOpen ? null : { $ne: null } }),
    ...(subject && { subject: { kind: subject.kind, id: oneOf([subject.id]) } }),
  };
}

function byDue(due: ActivityDue, now: Date): object {
  switch (due) {
    case ActivityDue.OVERDUE:
      return { dueUntil: { $lte: now } };
    case ActivityDue.TODAY:
      return { dueFrom: { $lte: now }, dueUntil: { $gt: now } };
    case ActivityDue.UPCOMING:
      return { dueFrom: { $gt: now } };
    case ActivityDue.NONE:
      return { dueFrom: null };
  }
}
