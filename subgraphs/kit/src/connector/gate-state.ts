import { z } from 'zod';

/** What is known of a connection by all processes that use it; moments in milliseconds since the epoch, by one clock. */
export const gateSchema = z.object({
  /** How many calls failed in a row. */
  failures: z.number(),
  /** When the breaker opened; set as long as it is open. */
  openedAt: z.number().optional(),
  openUntil: z.number().optional(),
  restMs: z.number().optional(),
  /** Who tries whether it works again, and until when nobody else does. */
  probe: z.string().optional(),
  probeUntil: z.number().optional(),
  /** Until when the vendor asked for a pause. */
  pausedUntil: z.number().optional(),
});
export type GateState = z.infer<typeof gateSchema>;

export const untouched: GateState = { failures: 0 };

export interface GateRules {
  /** How many failures in a row open the breaker. */
  failures: number;
  /** How long it then rests; twice as long after each probe that fails. */
  restMs: number;
  longestRestMs: number;
}

export const usualRules: GateRules = { failures: 10, restMs: 10_000, longestRestMs: 5 * 60_000 };

/** Whether a call may go out; PROBE is the one that tries. */
export interface Entry {
  is: 'GO' | 'PROBE' | 'PAUSED' | 'OPEN';
  /** How long to wait, for PAUSED and OPEN. */
  ms: number;
}

/** What a call found: it works, it does not, it asks for a pause, or nothing was found out. */
export type Found = 'WELL' | 'FAILED' | 'NOTHING' | { pauseMs: number };

/** What happened to the breaker. */
export type Change = 'OPENED' | 'CLOSED';

/** Whether a call may go out. When the breaker's rest is over, one call goes out as a probe; another one only when that one has not come back in time. */
export function enter(state: GateState, now: number, who: string, probeMs: number): [GateState, Entry] {
  const { pausedUntil = 0, openUntil, probeUntil = 0 } = state;
  if (pausedUntil > now) return [state, { is: 'PAUSED', ms: pausedUntil - now }];
  if (openUntil === undefined) return [state, { is: 'GO', ms: 0 }];
  const until = Math.max(openUntil, probeUntil);
  if (until > now) return [state, { is: 'OPEN', ms: until - now }];
  return [
    { ...state, probe: who, probeUntil: now + probeMs },
    { is: 'PROBE', ms: 0 },
  ];
}

/** What a call found, applied to the breaker. While that is open only its probe counts: other calls began before it opened. */
export function leave(
  state: GateState,
  now: number,
  who: string,
  found: Found,
  rules: GateRules,
): [GateState, Change | undefined] {
  if (typeof found === 'object') {
    const [rest, change] = leave(state, now, who, 'WELL', rules);
    return [{ ...rest, pausedUntil: Math.max(state.pausedUntil ?? 0, now + found.pauseMs) }, change];
  }
  const { pausedUntil, openUntil, restMs = rules.restMs, probe, probeUntil, ...others } = state;
  const isOpen = openUntil !== undefined;
  if (isOpen && probe !== who) return [state, undefined];
  if (found === 'NOTHING') return [isOpen ? { ...others, pausedUntil, openUntil, restMs } : state, undefined];
  if (found === 'WELL') return [{ failures: 0, pausedUntil }, isOpen ? 'CLOSED' : undefined];
  if (isOpen) {
    const longer = Math.min(restMs * 2, rules.longestRestMs);
    return [{ ...others, pausedUntil, openUntil: now + longer, restMs: longer }, undefined];
  }
  const failures = state.failures + 1;
  if (failures < rules.failures) return [{ failures, pausedUntil }, undefined];
  return [{ failures, pausedUntil, openedAt: now, openUntil: now + rules.restMs, restMs: rules.restMs }, 'OPENED'];
}
