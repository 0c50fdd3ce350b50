/** A fraction of whole numbers as a decimal number with at most four places, cut off: 23655/200 is 118.275. */
export function decimalOfFraction(text: string): string {
  const [over = '0', under = '1'] = text.split('/');
  const isNegative = over.startsWith('-');
  const [top, bottom] = [BigInt(over.replace('-', '')), BigInt(under)];
  const places = 10_000n;
  const scaled = (top * places) / bottom;
  const rest = (scaled % places).toString().padStart(4, '0').replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${scaled / places}${rest && `.${rest}`}`;
}
