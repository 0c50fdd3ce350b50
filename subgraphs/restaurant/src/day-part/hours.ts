import { type Hours, isIn } from '@mycelium/schema/hours';
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

/**
 * Whether these hours are at a moment, by the clocks of a place. What the clocks leave out is in none, and what they show twice
 * is twice in the same.
 */
export function isWithin(hours: Hours, moment: Date, zone: string): boolean {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
  return isIn(hours, there.dayOfWeek, there.toPlainTime().toString({ smallestUnit: 'minute' }));
}
