import { Invalid } from '@mycelium/kit/errors';
import { Side } from '../side/side.ts';
import type { Activity } from './activity.ts';
import { type Due, type DueDay, dueDayOf, isPast, overdueAt, remindAt } from './due.ts';

/** After everything that is due. */
const LAST = new Date('9999-12-31T00:00:00.000Z');

type Dated = Due & DueDay;
type DueColumns = { [Name in keyof Dated]: Dated[Name] | null };

/** When an activity is due for somebody who works in `zone`, as it is written down. */
export function dueColumns(due: Due | undefined, zone: string): DueColumns & { dueOrder: Date; dayZone: string } {
  if (!due) {
    const none = { dueOn: null, dueAt: null, timeZone: null, dueNotice: null, dueFrom: null, dueUntil: null };
    return { ...none, dueOrder: LAST, dayZone: zone };
  }
  const day = dueDayOf(due, zone);
  return { ...due, ...day, dueOrder: due.dueAt ?? day.dueFrom, dayZone: zone };
}

type Planned = Pick<
  Activity,
  'side' | 'dueOn' | 'dueAt' | 'dueFrom' | 'dueUntil' | 'dayZone' | 'remindMinutesBefore' | 'remindAt' | 'remindedFor'
>;

/** When to remind of it, from now on; a reminder that has gone out stays where it was. The platform's staff have no bell in a tenant. */
export function reminderColumns(activity: Planned, now: Date): Pick<Activity, 'remindAt' | 'overdueAt'> {
  const { side, dueOn = null, dueAt = null, dueFrom, dueUntil, dayZone, remindMinutesBefore } = activity;
  if (!dueFrom || !dueUntil || side === Side.PLATFORM) return { remindAt: null, overdueAt: null };
  const { remindAt: planned, remindedFor } = activity;
  const hasGone = planned && remindedFor?.getTime() === planned.getTime();
  return {
    remindAt: hasGone ? planned : (remindAt({ dueOn, dueAt }, remindMinutesBefore, dayZone, now) ?? null),
    overdueAt: overdueAt({ dueFrom, dueUntil }, dayZone, now),
  };
}

/** What does not fit together: a lead without a moment, a repetition of what is never due. */
export function checkPlan(
  due: Due | undefined,
  { remindMinutesBefore, repeat }: Pick<Activity, 'remindMinutesBefore' | 'repeat'>,
  path: readonly string[],
): void {
  if (remindMinutesBefore != null && !due?.dueAt)
    throw new Invalid('Only what is due at a time has a lead.', [...path, 'remindMinutesBefore'], {
      reason: 'NEEDS_TIME',
    });
  if (repeat != null && !due)
    throw new Invalid('Only what is due comes again.', [...path, 'repeat'], { reason: 'NEEDS_DUE' });
}

/** Refuses what is past for somebody who works in `zone`, unless it was confirmed. */
export function checkPast(
  due: Due | undefined,
  zone: string,
  now: Date,
  { isConfirmed, path }: { isConfirmed: boolean; path: readonly string[] },
): void {
  if (!due || isConfirmed || !isPast(due, zone, now)) return;
  throw new Invalid('This is in the past.', [...path, due.dueAt ? 'dueAt' : 'dueOn'], { reason: 'IN_THE_PAST' });
}
