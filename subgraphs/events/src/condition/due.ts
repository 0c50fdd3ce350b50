import type { AlertUnit } from '@mycelium/schema/alert-promise';
import type { Condition } from './condition.ts';

const MINUTE_MS = 60_000;

type Known = Pick<Condition, 'since' | 'value' | 'quiet'>;

/** From when on a condition that lasts is an alert, never within a time in which it is meant to be so; undefined while it has not come often enough. */
export function dueOf({ since, value = 1, quiet }: Known, unit: AlertUnit | undefined, threshold: number) {
  if (unit === 'TIMES' && value < threshold) return undefined;
  const due = since.getTime() + (unit === 'MINUTES' ? threshold * MINUTE_MS : 0);
  return new Date(
    quiet
      .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
      .toSorted((one, other) => one.from - other.from)
      .reduce((at, { from, to }) => (from <= at && at < to ? to : at), due),
  );
}

/** What an alert says that was found, in the unit of its kind. */
export function foundOf({ since, value = 1 }: Known, unit: AlertUnit | undefined, now: Date): number {
  if (unit === 'MINUTES') return Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE_MS));
  return value;
}
