import type { AlertRule } from './alerts.ts';

const HOUR_MS = 3_600_000;
const spans = { '1h': HOUR_MS, '8h': 8 * HOUR_MS, '1d': 24 * HOUR_MS } as const;
export type Muting = 'on' | keyof typeof spans | 'off';
export const mutings: readonly Muting[] = ['on', '1h', '8h', '1d', 'off'];

/** Whether letters are sent now: always, again from a moment on, or not until somebody says so. */
export function mutingOf(
  rule: Pick<AlertRule, 'sendsLetters'> & Partial<AlertRule>,
  now: number,
): 'on' | 'muted' | 'off' {
  const { sendsLetters, mutedUntil } = rule;
  if (!sendsLetters) return 'off';
  return mutedUntil && new Date(mutedUntil).getTime() > now ? 'muted' : 'on';
}

/** What is to be changed so that letters are sent as chosen. */
export function changeFor(muting: Muting, now: number): { sendsLetters: boolean; mutedUntil?: string } {
  if (muting === 'off') return { sendsLetters: false };
  const until = muting === 'on' ? now : now + spans[muting];
  return { sendsLetters: true, mutedUntil: new Date(until).toISOString() };
}
