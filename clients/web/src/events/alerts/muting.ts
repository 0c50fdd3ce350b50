import type { AlertRule } from './alerts.ts';

const HOUR_MS = 3_600_000;
const spans = { '1h': HOUR_MS, '8h': 8 * HOUR_MS, '1d': 24 * HOUR_MS } as const;
export type Muting = 'on' | keyof typeof spans | 'off';
export const mutings: readonly Muting[] = ['on', '1h', '8h', '1d', 'off'];

/** Whether e-mails are sent now: always, again from a moment on, or not until somebody says so. */
export function mutingOf(
  rule: Pick<AlertRule, 'sendsEmails'> & Partial<AlertRule>,
  now: number,
): 'on' | 'muted' | 'off' {
  const { sendsEmails, mutedUntil } = rule;
  if (!sendsEmails) return 'off';
  return mutedUntil && new Date(mutedUntil).getTime() > now ? 'muted' : 'on';
}

/** What is to be changed so that e-mails are sent as chosen. */
export function changeFor(muting: Muting, now: number): { sendsEmails: boolean; mutedUntil?: string } {
  if (muting === 'off') return { sendsEmails: false };
  const until = muting === 'on' ? now : now + spans[muting];
  return { sendsEmails: true, mutedUntil: new Date(until).toISOString() };
}
