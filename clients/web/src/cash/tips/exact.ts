/** A fraction such as 1000800/83 of minor units, in major units with four digits, as far as people compare it with the cent. */
export function exactText(fraction: string, exponent: number): string {
  const [over = '0', under = '1'] = fraction.split('/');
  const scale = 10n ** 4n;
  const scaled = (BigInt(over) * scale) / (BigInt(under) * 10n ** BigInt(exponent));
  const text = String(scaled).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}

/** What a fraction such as 13/4 is as a decimal number, with at most three digits. */
export function decimalText(fraction: string): string {
  const [over = '0', under = '1'] = fraction.split('/');
  return String(Number((Number(over) / Number(under)).toFixed(3)));
}
