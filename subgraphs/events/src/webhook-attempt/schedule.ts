import type { Policy } from '@mycelium/bus/policy';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** How long after each attempt the next one follows, by Standard Webhooks; the first is at once. */
const waits = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** Waits differ by so much, so that messages that failed together do not come back together. */
const JITTER = 0.1;
const LONGEST_PAUSE_MS = 24 * HOUR;

/** After how many failures in a row, of whichever events, an endpoint is given a rest, and how long a rest. */
const breaker = { failures: 20, openMs: MINUTE };

/** The bus tries a message as often as the schedule has waits; how long to wait is said with each failure. */
export const webhookPolicy: Policy = policyWith(5 * SECOND);

export function policyWith(waitMs: number): Policy {
  return { attempts: waits.length + 1, backOffMs: waitMs, backOffAtMostMs: waitMs, breaker };
}

/** How long to wait after this attempt, or undefined after the last one; never shorter than the endpoint asked for. */
export function waitAfter(attempt: number, pauseMs = 0, random = Math.random()): number | undefined {
  const wait = waits[attempt - 1];
  if (wait === undefined) return undefined;
  return Math.round(Math.max(wait * (1 - JITTER + 2 * JITTER * random), pauseMs));
}

/** What Retry-After says, in milliseconds: a number of seconds, or a date. */
export function pauseOf(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const pause = /^\d+$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - now;
  return Number.isFinite(pause) && pause > 0 ? Math.min(pause, LONGEST_PAUSE_MS) : undefined;
}
