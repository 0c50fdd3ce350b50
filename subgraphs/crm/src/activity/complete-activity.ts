import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { activityCompleted, activityReopened } from '@mycelium/schema/subgraphs/crm/activities';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { Activity } from './activity.ts';
import { type CreateActivityInput, outcomeSchema } from './activity-input.ts';
import { readDue } from './due.ts';
import { lockActivity } from './find-activities.ts';
import { reminderColumns } from './plan.ts';
import { publish } from './publish.ts';
import { planReminders } from './remind.ts';
import { nextDue } from './repeat.ts';
import { createActivity, insertActivity, letBeFound } from './write-activity.ts';

/**
 * Completes an activity, and makes the next one with it: the one that is given, and its next occurrence when it repeats. One
 * that is completed already stays as it is, and nothing is made.
 */
export async function completeActivity(
  ctx: Context,
  id: string,
  outcome: string | null | undefined,
  next: CreateActivityInput | null | undefined,
): Promise<Activity> {
  const came = parseInput(outcomeSchema, outcome, ['outcome']);
  const activity = await lockActivity(ctx, id);
  if (activity.completedAt) return unchanged(ctx, activity);
  const completed = { completedAt: ctx.now(), completedBy: ctx.viewer.id, outcome: came ?? undefined };
  await change(ctx, activity, completed);
  await letBeFound(ctx, activity);
  await publish(ctx, activityCompleted, activity, EntryKind.ACTIVITY_COMPLETED);
  if (next) await createActivity(ctx, next, { path: ['next'], followsId: id });
  await comeAgain(ctx, activity);
  return activity;
}

/** Opens a completed activity again; one that is open stays as it is. */
export async function reopenActivity(ctx: Context, id: string): Promise<Activity> {
  const activity = await lockActivity(ctx, id);
  if (!activity.completedAt) return unchanged(ctx, activity);
  const opened = { completedAt: null, completedBy: null, reopenedAt: ctx.now(), reopenedBy: ctx.viewer.id };
  await change(ctx, activity, { ...opened, ...reminderColumns(activity, ctx.now()) });
  await publish(ctx, activityReopened, activity, EntryKind.ACTIVITY_REOPENED);
  planReminders(ctx, activity);
  return activity;
}

/** Makes the next occurrence of one that repeats, for the same person; once, however often it is completed. */
async function comeAgain(ctx: Context, activity: Activity): Promise<void> {
  const { id, repeat, dueOn = null, dueAt = null, timeZone, dayZone } = activity;
  if (!repeat || !timeZone) return;
  const hasCome = await ctx.em.count(Activity, { followsId: id, repeat: { $ne: null }, removedAt: null });
  const given = hasCome > 0 ? undefined : nextDue({ dueOn, dueAt, timeZone }, repeat, ctx.now());
  if (!given) return;
  const { side, subject, type, title, description, assigneeId, durationMinutes, remindMinutesBefore, tags } = activity;
  const facts = { side, subject, type, title, description, assigneeId, durationMinutes, remindMinutesBefore, tags };
  await insertActivity(ctx, { ...facts, repeat, followsId: id }, readDue(given, dayZone), dayZone);
}
