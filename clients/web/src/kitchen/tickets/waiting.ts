import type { State } from '@mycelium/client-kit/state';

/** After how many seconds a ticket has waited long, and is late. */
export interface Limits {
  warnAfterSeconds: number;
  lateAfterSeconds: number;
}

export type Waiting = 'FRESH' | 'LONG' | 'LATE';

export const waitingStates: Record<Waiting, State> = { FRESH: 'ok', LONG: 'attention', LATE: 'failing' };

export function waitingOf(firedAt: string, now: number, { warnAfterSeconds, lateAfterSeconds }: Limits): Waiting {
  const seconds = (now - Date.parse(firedAt)) / 1_000;
  if (seconds >= lateAfterSeconds) return 'LATE';
  return seconds >= warnAfterSeconds ? 'LONG' : 'FRESH';
}

/** Minutes and seconds, as a kitchen reads them: 7:05; with hours from the first one: 1:07:05. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

const LATE_MS = 120_000;
const DAYS_MS = 72 * 60 * 60_000;

/** By how many minutes something came late, since it was taken without a network. */
export function minutesLate(id: string, cameAt: string): number | undefined {
  const late = Date.parse(cameAt) - takenAt(id);
  return late >= LATE_MS && late <= DAYS_MS ? Math.round(late / 60_000) : undefined;
}

/** When something was taken, which its id says. */
export const takenAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
