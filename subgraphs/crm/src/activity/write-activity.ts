import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, unchanged, update } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { activityCreated, activityRemoved, activityUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { assessOf } from '../account/assess.ts';
import { timeZoneOfTenant, zoneOfPerson, zoneOfReader } from '../people/people.ts';
import { forgetFound, keepFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import { feedOf, Side } from '../side/side.ts';
import { bookOf, Subject } from '../subject/subject.ts';
import { keepTags } from '../tag/keep-tags.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { Activity } from './activity.ts';
import {
  type CreateActivityInput,
  createActivitySchema,
  type UpdateActivityInput,
  updateActivitySchema,
} from './activity-input.ts';
import { type Due, type GivenDue, readDue } from './due.ts';
import { findActivity, lockActivity, lockRemoved } from './find-activities.ts';
import { checkPast, checkPlan, dueColumns, reminderColumns } from './plan.ts';
import { publish } from './publish.ts';
import { planReminders, tellAssignee } from './remind.ts';
import { dueAfter, isDue, namesDue, rulesAfter } from './update-due.ts';

interface Made {
  /** Where the input stands among the arguments of the operation. */
  path?: readonly string[];
  /** The activity upon whose completion it is made. */
  followsId?: string;
}

/** A new activity; its assignee is notified, unless that is who makes it. Throws Invalid with the path of what is wrong. */
export async function createActivity(
  ctx: Context,
  input: CreateActivityInput,
  { path = ['input'], followsId }: Made = {},
): Promise<Activity> {
  const { side, subject, dueOn, dueAt, timeZone, confirmPast, ...facts } = parseInput(
    createActivitySchema,
    input,
    path,
  );
  const book = await bookOf(ctx, subject, side);
  const given = { dueOn, dueAt, timeZone };
  // Of nobody and without a date it has no day, and the tenants need not be asked where it begins.
  const hasDay = facts.assigneeId != null || dueOn != null || dueAt != null;
  const zone = hasDay ? await zoneOfReader(ctx, book, facts.assigneeId, [...path, 'assigneeId']) : 'UTC';
  const due = readDue(given, zone);
  checkPlan(due, facts, path);
  checkPast(due, zone, ctx.now(), { isConfirmed: confirmPast === true, path });
  const activity = await insertActivity(ctx, { ...facts, side: book, subject, followsId }, due, zone);
  tellAssignee(ctx, activity);
  return activity;
}

type Facts = Pick<Activity, 'side' | 'subject' | 'type' | 'title' | 'tags'> & Partial<Activity>;

/** Writes an activity that is due then for somebody who works in `zone`, and plans its reminders. */
export async function insertActivity(
  ctx: Context,
  { subject, ...facts }: Facts,
  due: Due | undefined,
  zone: string,
): Promise<Activity> {
  const columns = dueColumns(due, zone);
  const tags = await keepTags(ctx, { tenantId: ownTenant(ctx), side: facts.side }, facts.tags);
  const activity = create(ctx, Activity, {
    ...facts,
    ...columns,
    ...reminderColumns({ ...facts, ...columns }, ctx.now()),
    tags,
    subject: Object.assign(new Subject(), subject),
  } as never);
  await ctx.em.flush();
  await letBeFound(ctx, activity);
  await publish(ctx, activityCreated, activity, EntryKind.ACTIVITY_CREATED);
  planReminders(ctx, activity);
  return activity;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. A new assignee is notified. */
export async function updateActivity(ctx: Context, id: string, input: UpdateActivityInput): Promise<Activity> {
  const { version, dueOn, dueAt, timeZone, confirmPast, ...facts } = parseInput(updateActivitySchema, input);
  const activity = await readActivity(ctx, id);
  const given = { dueOn, dueAt, timeZone };
  const assigneeId = facts.assigneeId === undefined ? activity.assigneeId : facts.assigneeId;
  const isReassigned = (assigneeId ?? null) !== (activity.assigneeId ?? null);
  const zone = isReassigned
    ? await zoneOfReader(ctx, activity.side, assigneeId, ['input', 'assigneeId'])
    : await zoneAsBefore(ctx, activity, given);
  const due = dueAfter(activity, given, zone);
  const isMoved = !isDue(activity, due);
  const rules = rulesAfter(activity, facts, due);
  checkPlan(due, rules, ['input']);
  if (isMoved && !activity.completedAt)
    checkPast(due, zone, ctx.now(), { isConfirmed: confirmPast === true, path: ['input'] });
  const columns = isReassigned || namesDue(given) ? dueColumns(due, zone) : undefined;
  const hasNewTime = isMoved || rules.remindMinutesBefore !== (activity.remindMinutesBefore ?? null);
  const planned = { ...activity, ...columns, ...rules, ...(hasNewTime && { remindAt: null }) };
  const patch = {
    ...facts,
    ...rules,
    ...columns,
    ...((columns || hasNewTime) && reminderColumns(planned, ctx.now())),
    type: facts.type ?? undefined,
    title: facts.title ?? undefined,
    tags: facts.tags ? await keepTags(ctx, activity, facts.tags) : undefined,
  };
  const changed = await update(ctx, Activity, { id, version }, patch as Partial<Activity>, () => {
    ctx.publish(activityUpdated, { activityId: id }, feedOf(activity));
    if (isReassigned) tellAssignee(ctx, activity);
    if (columns || hasNewTime) planReminders(ctx, activity);
  });
  await letBeFound(ctx, changed);
  await assessOf(ctx, changed);
  return changed;
}

/** Removes an activity, and answers its id; it can be restored. */
export async function removeActivity(ctx: Context, id: string): Promise<string> {
  const activity = await lockActivity(ctx, id);
  await change(ctx, activity, { removedAt: new Date() });
  await forgetFound(ctx, activity);
  await publish(ctx, activityRemoved, activity, EntryKind.ACTIVITY_REMOVED);
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restoreActivity(ctx: Context, id: string): Promise<Activity> {
  const activity = await lockRemoved(ctx, id);
  if (!activity.removedAt) return unchanged(ctx, activity);
  await change(ctx, activity, { removedAt: null, ...reminderColumns(activity, ctx.now()) });
  await letBeFound(ctx, activity);
  await publish(ctx, activityCreated, activity, EntryKind.ACTIVITY_RESTORED);
  planReminders(ctx, activity);
  return activity;
}

/** Has it found by its words, and by what came of it. */
export async function letBeFound(ctx: Context, activity: Activity): Promise<void> {
  const { title, description, outcome, tags } = activity;
  await keepFound(ctx, activity, { kind: FoundKind.ACTIVITY, title, body: [description, outcome], tags });
}

async function readActivity(ctx: Context, id: string): Promise<Activity> {
  const activity = await findActivity(ctx, id);
  if (!activity) throw new NotFound('Activity', id);
  return activity;
}

/** The zone of whoever has it to do already, and the tenant's for the first day of what nobody has; asked for again when it is to be due at another time. */
async function zoneAsBefore(ctx: Context, activity: Activity, given: GivenDue): Promise<string> {
  const { side, assigneeId, dayZone, dueFrom, tenantId } = activity;
  if (!namesDue(given)) return dayZone;
  const isFirstDay = !dueFrom && (assigneeId == null || side === Side.PLATFORM);
  const zone = isFirstDay ? await timeZoneOfTenant(ctx, tenantId) : await zoneOfPerson(ctx, side, assigneeId);
  return zone ?? dayZone;
}
