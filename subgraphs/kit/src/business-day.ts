import { Temporal } from 'temporal-polyfill';

/** When the days of a business begin: at this time of its place, so that what happens in the night belongs to the evening before. */
export interface DayStart {
  /** As IANA calls it, such as `America/Bogota`. */
  zone: string;
  /** `HH:MM`. */
  at: string;
}

export interface BusinessDay {
  /** By which it is called, `2026-11-29`. */
  date: string;
  from: Date;
  /** The moment at which the next one begins; 23 or 25 hours later where the clocks of the place are changed. */
  to: Date;
}

/** The business day of a moment, such as `ctx.now()`. A beginning that the clocks of a place leave out is as much later; of two, it is the first. */
export function businessDayOf(moment: Date, { zone, at }: DayStart): BusinessDay {
  const time = Temporal.PlainTime.from(at);
  const begin = (day: Temporal.PlainDate): number =>
    day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  let day = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 });
  while (begin(day) > moment.getTime()) day = day.subtract({ days: 1 });
  // A day may be left out as a whole, where a place goes over to the other side of the date line.
  let next = day.add({ days: 1 });
  while (begin(next) <= moment.getTime()) next = next.add({ days: 1 });
  return { date: day.toString(), from: new Date(begin(day)), to: new Date(begin(next)) };
}
