import type { CreateVenueInput } from '../generated/graphql.ts';
import type { Venue } from './venues.ts';

export interface FromTo {
  from: string;
  to: string;
}

export interface WeeklyHours extends FromTo {
  /** 1 is Monday. */
  day: number;
}

export interface ExceptionalDay {
  date: string;
  name: string;
  isHoliday: boolean;
  hours: readonly FromTo[];
}

/** A venue as it stands in a form. */
export interface VenueDraft {
  name: string;
  timeZone: string;
  currency: string;
  dayStart: string;
  /** Empty: none. */
  locationId: string;
  openingHours: readonly WeeklyHours[];
  exceptionalDays: readonly ExceptionalDay[];
}

/** A new one, with what it most likely has from its tenant. */
export function emptyVenue({ currency, timeZone }: { currency: string; timeZone: string }): VenueDraft {
  return {
    ...{ name: '', timeZone, currency, dayStart: '04:00', locationId: '' },
    ...{ openingHours: [], exceptionalDays: [] },
  };
}

export function draftOf({ name, timeZone, currency, dayStart, location, ...venue }: Venue): VenueDraft {
  const { openingHours, exceptionalDays } = venue;
  return { name, timeZone, currency, dayStart, locationId: location?.id ?? '', openingHours, exceptionalDays };
}

export function inputOf({ locationId, openingHours, exceptionalDays, ...draft }: VenueDraft): CreateVenueInput {
  return {
    ...draft,
    locationId: locationId || null,
    openingHours: openingHours.map(({ day, from, to }) => ({ day, from, to })),
    exceptionalDays: exceptionalDays.map(({ date, name, isHoliday, hours }) => ({
      ...{ date, name, isHoliday },
      hours: hours.map(({ from, to }) => ({ from, to })),
    })),
  };
}

export const week: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** The hours that most likely come next on a day: those of the day before, or the usual ones. */
export function likelyHours(hours: readonly WeeklyHours[], day: number): WeeklyHours {
  const before = hours.filter((each) => each.day < day).at(-1);
  const isFirst = !hours.some((each) => each.day === day);
  return isFirst && before ? { ...before, day } : { day, from: '11:00', to: '22:00' };
}
