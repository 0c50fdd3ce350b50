import { Temporal } from 'temporal-polyfill';

/** Hours of one day, by the clocks of the place. */
export interface OpenFromTo {
  /** `HH:MM`. */
  from: string;
  /** `HH:MM`; where that is not after `from`, on the next day. */
  to: string;
}

/** Hours of each week: 1 is Monday. */
export interface WeeklyHours extends OpenFromTo {
  day: number;
}

/** A date that is not like others of its weekday. */
export interface ExceptionalDay {
  /** `2026-12-25`. */
  date: string;
  /** Why, such as the name of a holiday. */
  name: string;
  isHoliday: boolean;
  /** None: closed. */
  hours: readonly OpenFromTo[];
}

interface Calendar {
  timeZone: string;
  openingHours: readonly WeeklyHours[];
  exceptionalDays: readonly ExceptionalDay[];
}

/** What is known of one date. */
export interface OpenDay {
  date: string;
  /** Where it is an exceptional day. */
  exception?: ExceptionalDay | undefined;
  /** In order; none on a day on which it is closed. */
  hours: readonly { from: Date; to: Date }[];
}

/**
 * When a place is open on a date. What the clocks leave out begins as much later, and of what they show twice the first counts;
 * hours of which nothing is left are none.
 */
export function openDay({ timeZone, openingHours, exceptionalDays }: Calendar, date: string): OpenDay {
  const day = Temporal.PlainDate.from(date);
  const exception = exceptionalDays.find((each) => each.date === date);
  const hours = exception?.hours ?? openingHours.filter((each) => each.day === day.dayOfWeek);
  const moment = (on: Temporal.PlainDate, time: string): number =>
    on.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone).epochMilliseconds;
  const spans = hours.map(({ from, to }) => ({
    from: moment(day, from),
    to: moment(to > from ? day : day.add({ days: 1 }), to),
  }));
  return {
    date,
    exception,
    hours: spans
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  };
}

/** Whether a place is open at a moment: by its hours of that date, or by those of the evening before. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(calendar.timeZone)
    .toPlainDate();
  return [today.subtract({ days: 1 }), today].some((day) =>
    openDay(calendar, day.toString()).hours.some(({ from, to }) => from <= at && at < to),
  );
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** The place in the list of hours that begin before others end; of one day, or of a week, whose Sunday may reach into its Monday. */
export function overlapOf(hours: readonly (OpenFromTo & { day?: number })[]): number | undefined {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const spans = hours
    .map(({ day = 1, from, to }, place) => {
      const begin = (day - 1) * DAY_MINUTES + minutes(from);
      return { place, begin, end: begin + ((minutes(to) - minutes(from) + DAY_MINUTES - 1) % DAY_MINUTES) + 1 };
    })
    .sort((a, b) => a.begin - b.begin);
  const [first] = spans;
  if (!first || spans.length === 1) return undefined;
  const following = [...spans.slice(1), { ...first, begin: first.begin + WEEK_MINUTES }];
  return following.find(({ begin }, order) => begin < (spans[order]?.end ?? 0))?.place;
}
