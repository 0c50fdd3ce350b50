import { Temporal } from 'temporal-polyfill';

/** When something is due, as a person says it: on a day, at a moment, or at a time of a place (`2026-03-08T02:30`). */
export interface GivenDue {
  dueOn?: string | null;
  dueAt?: Date | string | null;
  timeZone?: string | null;
}

/** What is to be said of a time that the clocks of its place leave out, or show twice. */
export enum DueNotice {
  CLOCKS_GO_FORWARD = 'CLOCKS_GO_FORWARD',
  CLOCKS_GO_BACK = 'CLOCKS_GO_BACK',
}

/** When something is due: on a day, or at a moment. */
export interface Due {
  dueOn: string | null;
  dueAt: Date | null;
  /** IANA: the place whose time it is. */
  timeZone: string;
  dueNotice: DueNotice | null;
}

/** The due day as a person lives it: from their midnight to the next one. */
export interface DueDay {
  dueFrom: Date;
  dueUntil: Date;
}

const NINE = Temporal.PlainTime.from('09:00');
const MINUTE_MS = 60_000;

/** Reads when something is due; a time without a place is one of `zone`. A time that its place leaves out is an hour later, and of one that comes twice it is the earlier one. */
export function readDue({ dueOn, dueAt, timeZone }: GivenDue, zone: string): Due | undefined {
  if (dueOn != null) return { dueOn, dueAt: null, timeZone: zone, dueNotice: null };
  if (dueAt == null) return undefined;
  const place = timeZone ?? zone;
  if (dueAt instanceof Date) return { dueOn: null, dueAt, timeZone: place, dueNotice: null };
  const wanted = Temporal.PlainDateTime.from(dueAt);
  const moment = wanted.toZonedDateTime(place, { disambiguation: 'compatible' });
  return { dueOn: null, dueAt: dateOf(moment), timeZone: place, dueNotice: noticeOf(wanted, moment) };
}

function noticeOf(wanted: Temporal.PlainDateTime, moment: Temporal.ZonedDateTime): DueNotice | null {
  if (!moment.toPlainDateTime().equals(wanted)) return DueNotice.CLOCKS_GO_FORWARD;
  const later = wanted.toZonedDateTime(moment.timeZoneId, { disambiguation: 'later' });
  return later.epochMilliseconds === moment.epochMilliseconds ? null : DueNotice.CLOCKS_GO_BACK;
}

/** The day on which it is due for somebody who works in this zone. */
export function dueDayOf(due: Pick<Due, 'dueOn' | 'dueAt'>, zone: string): DueDay {
  const day = dayOf(due, zone);
  return { dueFrom: dateOf(startOf(day, zone)), dueUntil: dateOf(startOf(day.add({ days: 1 }), zone)) };
}

/** Whether it is over already: the day for them, or the moment. */
export function isPast(due: Pick<Due, 'dueOn' | 'dueAt'>, zone: string, now: Date): boolean {
  return (due.dueAt ?? dueDayOf(due, zone).dueUntil) <= now;
}

/**
 * When to remind somebody who works in this zone: so many minutes before the moment, else at nine on the day, or at the moment
 * where that is earlier. A lead that has begun already leaves the moment itself; undefined when that is past too.
 */
export function remindAt(
  due: Pick<Due, 'dueOn' | 'dueAt'>,
  minutesBefore: number | null | undefined,
  zone: string,
  now: Date,
): Date | undefined {
  const nine = nineOn(dayOf(due, zone), zone).getTime();
  const moment = due.dueAt?.getTime();
  const times =
    moment === undefined
      ? [nine]
      : [minutesBefore == null ? Math.min(nine, moment) : moment - minutesBefore * MINUTE_MS, moment];
  const time = times.find((each) => each > now.getTime());
  return time === undefined ? undefined : new Date(time);
}

/** When to say that it is overdue: at the first nine o'clock of their zone after the day on which it was due, and after now. */
export function overdueAt({ dueUntil }: DueDay, zone: string, now: Date): Date {
  const from = new Date(Math.max(dueUntil.getTime(), now.getTime()));
  const day = zoned(from, zone).toPlainDate();
  const nine = nineOn(day, zone);
  return nine >= from ? nine : nineOn(day.add({ days: 1 }), zone);
}

/** A moment as the clocks of a place show it, with the place. */
export function zoned(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}

/** The first moment of a day in a zone. */
export function startOf(day: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime {
  return day.toZonedDateTime(zone);
}

function dayOf({ dueOn, dueAt }: Pick<Due, 'dueOn' | 'dueAt'>, zone: string): Temporal.PlainDate {
  return dueAt ? zoned(dueAt, zone).toPlainDate() : Temporal.PlainDate.from(String(dueOn));
}

function nineOn(day: Temporal.PlainDate, zone: string): Date {
  return dateOf(day.toZonedDateTime({ timeZone: zone, plainTime: NINE }));
}

function dateOf({ epochMilliseconds }: Temporal.ZonedDateTime): Date {
  return new Date(epochMilliseconds);
}
