/** An exact number: one whole number divided by another one, which is positive. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,12}))?$/;
const POWERS = Array.from({ length: 13 }, (_, digits) => 10n ** BigInt(digits));

/** Of a decimal number that is not negative, as quantities, rates and percents are written; undefined for anything else. */
export function fractionOf(decimal: string): Fraction | undefined {
  const [, whole, behind = ''] = DECIMAL.exec(decimal) ?? [];
  return whole === undefined ? undefined : { over: BigInt(whole + behind), under: POWERS[behind.length] ?? 1n };
}

export function wholeFraction(whole: number): Fraction {
  return { over: BigInt(whole), under: 1n };
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return reduced(one.over * other.under + other.over * one.under, one.under * other.under);
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { over: -other.over, under: other.under });
}

export function times(one: Fraction, other: Fraction): Fraction {
  return reduced(one.over * other.over, one.under * other.under);
}

/** The other one is positive. */
export function dividedBy(one: Fraction, other: Fraction): Fraction {
  return reduced(one.over * other.under, one.under * other.over);
}

/** Whole numbers that stand to each other as the fractions do. */
export function weightsOf(fractions: readonly Fraction[]): bigint[] {
  const under = fractions.reduce((common, { under }) => (common / divisorOf(common, under)) * under, 1n);
  return fractions.map((each) => each.over * (under / each.under));
}

/** As people write it: 579/4, or 12 where nothing is left over. */
export function textOf({ over, under }: Fraction): string {
  const least = reduced(over, under);
  return least.under === 1n ? String(least.over) : `${least.over}/${least.under}`;
}

/** As a decimal number, of a fraction that is one: 2.25, or -3. */
export function decimalTextOf({ over, under }: Fraction): string {
  let digits = 0;
  while ((over * 10n ** BigInt(digits)) % under !== 0n) digits += 1;
  const scaled = (over * 10n ** BigInt(digits)) / under;
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${scaled < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`;
}

function reduced(over: bigint, under: bigint): Fraction {
  const divisor = divisorOf(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

function divisorOf(one: bigint, other: bigint): bigint {
  return other === 0n ? one : divisorOf(other, one % other);
}
