/**
 * A number as a person types it: a point and a comma both separate the fraction. Undefined for what is none, and for `1,234`,
 * which is a thousand to one reader and one and a bit to another.
 */
export function readNumber(text: string): number | undefined {
  const typed = text.trim().replace('−', '-');
  if (!/^-?\d+(?:[.,]\d*)?$/.test(typed) || /^-?[1-9]\d{0,2},\d{3}$/.test(typed)) return undefined;
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
