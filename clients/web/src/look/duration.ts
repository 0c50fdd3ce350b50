import { numberFormat } from '../words/formats.ts';

const steps = [
  ['day', 86_400, 'hour', 3_600],
  ['hour', 3_600, 'minute', 60],
  ['minute', 60, 'second', 1],
] as const;

/** How long something took or lasts, in the two units that say it: 2m 5s; milliseconds below one second. */
export function durationText(ms: number, language: string): string {
  if (ms < 1_000) return unit(Math.round(ms), 'millisecond', language);
  const seconds = Math.floor(ms / 1_000);
  for (const [large, length, small, part] of steps) {
    if (seconds < length) continue;
    const rest = Math.floor((seconds % length) / part);
    const first = unit(Math.floor(seconds / length), large, language);
    return rest === 0 ? first : `${first} ${unit(rest, small, language)}`;
  }
  return unit(ms < 10_000 ? Math.round(ms / 100) / 10 : seconds, 'second', language);
}

function unit(value: number, name: string, language: string): string {
  return numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
}
