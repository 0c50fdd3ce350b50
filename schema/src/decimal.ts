/** An amount of a currency in minor units: 450 with MXN is 4.50 pesos. */
export interface Amount {
  amount: number;
  currency: string;
}

export type DecimalMistake = 'NOT_A_NUMBER' | 'TOO_MANY_DIGITS' | 'TOO_LARGE';

const DECIMAL = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d*))?(?:[eE](?<shift>[+-]?\d{1,3}))?$/;
/** More digits than any amount has, with room for zeros. */
const MOST_DIGITS = 64;

/** Minor units as a decimal number, digit by digit: 450 with two digits after the point is 4.50. */
export function decimalOf(amount: number, exponent: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const text = `${amount < 0 ? '-' : ''}${digits.slice(0, point)}${exponent > 0 ? `.${digits.slice(point)}` : ''}`;
  return text as Intl.StringNumericLiteral;
}

/** Minor units of a decimal number, by the digits that it was written with; never rounded, so that it tells what would be lost. */
export function minorUnitsOf(decimal: string, exponent: number): number | DecimalMistake {
  const { sign, whole = '', fraction = '', shift = '0' } = DECIMAL.exec(decimal)?.groups ?? {};
  if (sign === undefined || decimal.length > MOST_DIGITS) return 'NOT_A_NUMBER';
  const shifted = shiftPoint(whole + fraction, whole.length + Number(shift) + exponent);
  if (shifted === undefined) return 'TOO_LARGE';
  if (/[1-9]/.test(shifted.lost)) return 'TOO_MANY_DIGITS';
  const amount = BigInt(shifted.kept);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return 'TOO_LARGE';
  return amount === 0n ? 0 : Number(`${sign}${amount}`);
}

/** The digits before a place, and those behind it. */
function shiftPoint(digits: string, point: number): { kept: string; lost: string } | undefined {
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return { kept: '0', lost: '' };
  if (point - (digits.length - significant.length) > MOST_DIGITS) return undefined;
  if (point <= 0) return { kept: '0', lost: significant };
  return { kept: digits.slice(0, point).padEnd(point, '0'), lost: digits.slice(point) };
}
