export type Mask = (value: string) => string;

const masks = new Map<unknown, Map<string, Mask>>();

/** Notes that a field of a noun is a person's value. */
export function notePersonal(noun: unknown, field: string, mask: Mask): void {
  const known = masks.get(noun) ?? new Map<string, Mask>();
  masks.set(noun, known.set(field, mask));
}

/** What of a value may be kept where more may look than may see it whole: its mask, of a person's value. */
export function masked(noun: unknown, field: string, value: unknown): unknown {
  const mask = masks.get(noun)?.get(field);
  return mask && typeof value === 'string' ? mask(value) : value;
}
