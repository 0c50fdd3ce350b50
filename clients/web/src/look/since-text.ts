import { dateFormat } from '../words/formats.ts';
/** Since when something is so: the time of today, else with its day. */
export function sinceText(at: string, language: string, timeZone: string, now = Date.now()): string {
  const day = dateFormat(language, { dateStyle: 'medium', timeZone });
  const isToday = day.format(new Date(at)) === day.format(now);
  return dateFormat(language, {
    timeStyle: 'short',
    timeZone,
    ...(!isToday && { dateStyle: 'medium' }),
  }).format(new Date(at));
}
