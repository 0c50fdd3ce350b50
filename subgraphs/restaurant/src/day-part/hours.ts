import { Temporal } from 'temporal-polyfill';

/** Days as people of a place count them, Monday first. */
export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}

const week = Object.values(Weekday);

export interface Hours {
  days: readonly Weekday[];
  /** `HH:MM`. */
  from: string;
  /** Up to which, and not including it; where it is not after `from`, that of the next day. */
  to: string;
}

/**
 * Whether these hours are at a moment, by the clocks of a place. What the clocks leave out is in none, and what they show twice
 * is twice in the same.
 */
export function isWithin({ days, from, to }: Hours, moment: Date, zone: string): boolean {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  const isOn = (dayOfWeek: number) => days.includes(week[dayOfWeek - 1] as Weekday);
  if (from < to) return isOn(there.dayOfWeek) && from <= time && time < to;
  const yesterday = there.dayOfWeek === 1 ? 7 : there.dayOfWeek - 1;
  return (isOn(there.dayOfWeek) && time >= from) || (isOn(yesterday) && time < to);
}
