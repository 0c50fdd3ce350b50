import { relativeFormat } from '../words/formats.ts';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How far a moment is from now, in the largest unit that fits: 3 minutes ago. */
export function relativeTime(differenceMs: number, language: string): string {
  const format = relativeFormat(language, { numeric: 'auto' });
  const seconds = Math.round(differenceMs / 1_000);
  const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}
