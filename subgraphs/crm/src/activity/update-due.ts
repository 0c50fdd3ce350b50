import type { Activity } from './activity.ts';
import { type Due, type GivenDue, readDue } from './due.ts';

type Dated = Pick<Activity, 'dueOn' | 'dueAt' | 'timeZone' | 'dueNotice'>;

/** Whether an update says anything of when it is due. */
export function namesDue({ dueOn, dueAt, timeZone }: GivenDue): boolean {
  return dueOn !== undefined || dueAt !== undefined || timeZone != null;
}

/** When it is due after an update; undefined for never. What is left out stays, and null removes what there is. */
export function dueAfter(known: Dated, given: GivenDue, zone: string): Due | undefined {
  if (given.dueOn != null || given.dueAt != null) return readDue(given, zone);
  if ((given.dueOn === null && known.dueOn) || (given.dueAt === null && known.dueAt)) return undefined;
  if (known.dueOn) return { dueOn: known.dueOn, dueAt: null, timeZone: zone, dueNotice: null };
  if (!known.dueAt) return undefined;
  const timeZone = given.timeZone ?? known.timeZone ?? zone;
  return { dueOn: null, dueAt: known.dueAt, timeZone, dueNotice: known.dueNotice ?? null };
}

/** Whether it is due then already. */
export function isDue(known: Dated, due: Due | undefined): boolean {
  return (
    (known.dueOn ?? null) === (due?.dueOn ?? null) &&
    (known.dueAt?.getTime() ?? null) === (due?.dueAt?.getTime() ?? null)
  );
}

type Rules = Pick<Activity, 'remindMinutesBefore' | 'repeat'>;

/** Its lead and its repetition after an update; what no longer fits, and was not asked for, is gone. */
export function rulesAfter(known: Rules, given: Rules, due: Due | undefined): Rules {
  const kept = {
    remindMinutesBefore: due?.dueAt ? known.remindMinutesBefore : null,
    repeat: due ? known.repeat : null,
  };
  return {
    remindMinutesBefore: (given.remindMinutesBefore === undefined ? kept : given).remindMinutesBefore ?? null,
    repeat: (given.repeat === undefined ? kept : given).repeat ?? null,
  };
}
