import { dateFormat } from '../words/formats.ts';

const DAY_MS = 86_400_000;

/** The business day of a moment at a place, `2026-12-24`: before the day begins there it is the one before. */
export function businessDate(moment: Date, { timeZone, dayStart }: { timeZone: string; dayStart: string }): string {
  const there = dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment);
  const [date = '', time = ''] = there.split(' ');
  return time >= dayStart ? date : new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
}
