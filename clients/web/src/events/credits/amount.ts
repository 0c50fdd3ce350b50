const MOST = 1_000_000_000;

/** A whole number of credits as it was typed; undefined for what is none, or more than can be moved at once. */
export function amountIn(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const amount = Number(text);
  return amount >= 1 && amount <= MOST ? amount : undefined;
}
