import { parseCronItem } from 'graphile-worker';
import type { Clock } from '../clock.ts';
import { type Daily, nextDaily } from './daily.ts';
import type { Task } from './task.ts';

const MINUTE_MS = 60_000;
/** How far ahead the next time is looked for: nothing comes round more rarely than once a month. */
const LONGEST_MS = 32 * 24 * 60 * MINUTE_MS;

/** When a task is to be done. */
export interface Due {
  /** The due time in real time, as the clock stands when this is planned. */
  runAt: Date;
  /** Of what goes by the clock of the business: the moment there, and how far that clock was ahead. It is planned again when the clock is moved. */
  byBusiness?: { due: string; ahead: number };
}

/** A moment of the clock of the business. */
export function dueAt(moment: Date, { aheadMs }: Pick<Clock, 'aheadMs'>): Due {
  return {
    runAt: new Date(moment.getTime() - aheadMs),
    byBusiness: { due: moment.toISOString(), ahead: aheadMs },
  };
}

/**
 * When a task comes again that comes round by itself, or every day; undefined for one that is done once. Up to the moment `done` of
 * the business nothing is done again when its clock has been moved back.
 */
export function nextTime(
  { cron, byBusinessClock }: Task,
  { daily, done }: { daily?: Daily; done?: string },
  clock: Pick<Clock, 'now' | 'aheadMs'>,
): Due | undefined {
  const after = new Date(Math.max(clock.now().getTime(), done ? Date.parse(done) : 0));
  if (cron && byBusinessClock) return dueAt(nextRound(cron, after), clock);
  if (cron) return { runAt: nextRound(cron, new Date()) };
  return daily && dueAt(nextDaily(daily, after), clock);
}

/** The next time of a crontab pattern, in UTC; throws for what is none. */
export function nextRound(cron: string, after: Date): Date {
  const { match } = parseCronItem({ task: 'round', match: cron, identifier: cron });
  const first = Math.floor(after.getTime() / MINUTE_MS + 1) * MINUTE_MS;
  for (let time = first; time < first + LONGEST_MS; time += MINUTE_MS) {
    const at = new Date(time);
    const [min, hour, date] = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate()];
    if (match({ min, hour, date, month: at.getUTCMonth() + 1, dow: at.getUTCDay() })) return at;
  }
  throw new Error(`Nothing comes at ${cron} for a month.`);
}
