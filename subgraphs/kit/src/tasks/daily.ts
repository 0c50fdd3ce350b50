import { Temporal } from 'temporal-polyfill';

/** A time of a place, which comes every day. */
export interface Daily {
  /** `HH:MM`. */
  at: string;
  /** The IANA name of its zone, such as `America/Mexico_City`. */
  zone: string;
}

/**
 * The next moment after `after` at which the clocks of the place show the time. In a night in which the clocks leave it out, it is as
 * much later; in one in which they show it twice, it is the first of the two.
 */
export function nextDaily({ at, zone }: Daily, after: Date): Date {
  const time = Temporal.PlainTime.from(at);
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime());
  let day = now.toZonedDateTimeISO(zone).toPlainDate();
  // A day may be left out as a whole, where a place goes over to the other side of the date line.
  for (let tries = 0; tries < 4; tries += 1, day = day.add({ days: 1 })) {
    const due = day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
    if (Temporal.Instant.compare(due, now) > 0) return new Date(due.epochMilliseconds);
  }
  throw new Error(`There is no ${at} in ${zone}.`);
}
