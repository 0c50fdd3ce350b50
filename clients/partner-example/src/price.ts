/** Digits after the point by ISO 4217, where they are not two; `Intl` knows only how many people print. */
const digits: Record<string, number> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0 },
  ...{ XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4 },
};

/** A price as text, digit by digit: 450 with MXN is MX$4.50. */
export function priceText({ amount, currency }: { amount: number; currency: string }): string {
  const fraction = digits[currency] ?? 2;
  const shown = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  const decimal = `${amount}E-${fraction}` as Intl.StringNumericLiteral;
  return new Intl.NumberFormat('en', { style: 'currency', currency, ...shown }).format(decimal);
}
