import { numberFormat } from '../../words/formats.ts';

const PARTS: readonly (readonly [part: number, text: string])[] = [
  [1 / 8, '⅛'],
  [1 / 6, '⅙'],
  [1 / 4, '¼'],
  [1 / 3, '⅓'],
  [3 / 8, '⅜'],
  [1 / 2, '½'],
  [5 / 8, '⅝'],
  [2 / 3, '⅔'],
  [3 / 4, '¾'],
  [5 / 6, '⅚'],
  [7 / 8, '⅞'],
  [1, ''],
];

/** By so much a part of a split may miss what it is of: 0.334 and 0.666 are thirds. */
const NEAR = 0.0015;

/** A quantity as a cook reads it: 0.334 is ⅓, and what lacks a thousandth of a whole is whole. */
export function quantityText(language: string, quantity: number): string {
  const sign = quantity < 0 ? '-' : '';
  const size = Math.abs(quantity);
  const whole = Math.floor(size + NEAR);
  const part = Math.max(0, size - whole);
  const figure = numberFormat(language, { maximumFractionDigits: 3 });
  if (part < NEAR) return figure.format(whole === 0 && size > 0 ? quantity : Number(`${sign}${whole}`));
  const text = PARTS.find(([of]) => Math.abs(part - of) < NEAR)?.[1];
  if (!text) return figure.format(quantity);
  return `${sign}${whole > 0 ? figure.format(whole) : ''}${text}`;
}
