import { dateFormat } from '../words/formats.ts';

/** The last minute of a business day and the first of the next, on a Saturday; undefined where days begin at midnight. */
export function dayExample(dayStart: string, language: string) {
  const [hour = Number.NaN, minute = Number.NaN] = dayStart.split(':').map(Number);
  const start = hour * 60 + minute;
  if (!(start > 0)) return undefined;
  const last = start - 1;
  const clock = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { last: clock(last), first: clock(start), day: dayNamed(6, language), before: dayNamed(5, language) };
}

/** 5 January 2024 was a Friday. */
function dayNamed(date: number, language: string): string {
  return dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, date));
}
