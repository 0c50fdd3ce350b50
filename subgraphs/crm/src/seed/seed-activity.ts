import type { DemoActivity } from '@mycelium/database/seed-crm';
import { create } from '@mycelium/kit/crud';
import { Activity, ActivityType } from '../activity/activity.ts';
import { type GivenDue, readDue } from '../activity/due.ts';
import { dueColumns, reminderColumns } from '../activity/plan.ts';
import { planReminders } from '../activity/remind.ts';
import { letBeFound } from '../activity/write-activity.ts';
import { Side } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, dayOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** A demo that has just begun interrupts nobody: in this time nobody is reminded of what it has. */
const QUIET_MS = 86_400_000;

/** Something to be done, or that was. */
export async function seedActivity(making: Making, demo: DemoActivity): Promise<void> {
  const { ctx, people, timeZone } = making;
  const { type, about, assignee, since, due: given, done, ...facts } = demo;
  const at = momentOf(making, since);
  const person = assignee === undefined ? undefined : people.get(assignee);
  const zone = person?.timeZone ?? timeZone;
  const due = given && readDue(dueIn(making, given, zone), zone);
  const columns = { side: Side.TENANT, ...dueColumns(due, zone) };
  const completedAt = done && momentOf(making, done);
  const reminders = reminderColumns(columns, ctx.now());
  const loud = new Date(ctx.now().getTime() + QUIET_MS);
  const isQuiet = (moment: Date | null | undefined) => moment != null && moment <= loud;
  const activity = create(ctx, Activity, {
    ...{ ...madeAt(at), ...facts, ...columns, ...reminders },
    ...{ type: ActivityType[type], subject: subjectOf(making, about), assigneeId: person?.id },
    remindedFor: isQuiet(reminders.remindAt) ? reminders.remindAt : null,
    overdueToldFor: isQuiet(columns.dueUntil) ? columns.dueUntil : null,
    ...(done && { completedAt, completedBy: actorOf(making, assignee).id, outcome: done.outcome }),
  });
  await ctx.em.flush();
  await letBeFound(ctx, activity);
  if (!done) planReminders(ctx, activity);
  const entry = { subject: activity.subject, actor: actorOf(making, assignee), relatedId: activity.id };
  const told = { title: activity.title, type: activity.type };
  writeEntry(making, { ...entry, at, kind: EntryKind.ACTIVITY_CREATED, facts: told });
  if (completedAt) writeEntry(making, { ...entry, at: completedAt, kind: EntryKind.ACTIVITY_COMPLETED, facts: told });
}

function dueIn({ ctx }: Making, { days, time }: { days: number; time?: string }, zone: string): GivenDue {
  const day = dayOf(ctx, days, zone).toString();
  return time === undefined ? { dueOn: day } : { dueAt: `${day}T${time}` };
}
