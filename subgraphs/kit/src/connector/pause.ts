/** Where an answer says how long to leave its sender alone, and in which notation. */
export interface PauseHeader {
  header: string;
  says: 'SECONDS_OR_DATE' | 'MILLISECONDS' | 'EPOCH_SECONDS' | 'DURATION' | 'DATE';
}

/** RFC 9110: seconds, or a date. */
export const retryAfter: PauseHeader = { header: 'retry-after', says: 'SECONDS_OR_DATE' };

/** Whoever says more is not understood; no work is put off for longer. */
const LONGEST_MS = 31 * 24 * 60 * 60_000;

/**
 * How long the sender of an answer asks to be left alone, by the first of these headers that says so; undefined when none
 * does, or only what cannot be meant: a moment that is over, less than nothing, no number. Moments are measured by the
 * sender's own clock where it says its time.
 */
export function pauseAsked(
  headers: Pick<Headers, 'get'>,
  pauseHeaders: readonly PauseHeader[],
  now: number,
): number | undefined {
  const theirs = Date.parse(headers.get('date') ?? '');
  const clock = Number.isFinite(theirs) ? theirs : now;
  for (const { header, says } of pauseHeaders) {
    const value = headers.get(header)?.trim();
    const ms = value ? notations[says](value, clock) : undefined;
    if (ms !== undefined && ms > 0 && ms <= LONGEST_MS) return Math.ceil(ms);
  }
  return undefined;
}

const notations: Record<PauseHeader['says'], (value: string, now: number) => number | undefined> = {
  SECONDS_OR_DATE: (value, now) => timesOf(value, 1_000) ?? untilDate(value, now),
  MILLISECONDS: (value) => timesOf(value, 1),
  EPOCH_SECONDS: (value, now) => {
    const moment = timesOf(value, 1_000);
    return moment === undefined ? undefined : moment - now;
  },
  DATE: untilDate,
  DURATION: durationOf,
};

/** A header that came several times says all of it, with commas between: the longest counts. */
function timesOf(value: string, unit: number): number | undefined {
  const numbers = value.split(',').map((part) => part.trim());
  return numbers.every((part) => /^\d{1,15}(\.\d{1,9})?$/.test(part))
    ? Math.max(...numbers.map(Number)) * unit
    : undefined;
}

/** What JavaScript takes for a date is more than is one: without letters, or a year with two hyphens, it is a number that went wrong. */
function untilDate(value: string, now: number): number | undefined {
  if (!/[a-z]{3}|\d{4}-\d\d-\d\d/i.test(value)) return undefined;
  const moment = Date.parse(value);
  return Number.isFinite(moment) ? moment - now : undefined;
}

const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `6m0s`, `1h2m`, `120ms`. */
function durationOf(value: string): number | undefined {
  if (!/^(\d{1,9}(\.\d{1,9})?(ms|[smhd]))+$/.test(value)) return undefined;
  const parts = [...value.matchAll(/([\d.]+)(ms|[smhd])/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0);
}
