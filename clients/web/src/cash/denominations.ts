/** The coins and notes that are in use, the largest first, in minor units. */
const known: Readonly<Record<string, readonly number[]>> = {
  USD: [10_000, 5_000, 2_000, 1_000, 500, 100, 25, 10, 5, 1],
  CAD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 25, 10, 5],
  MXN: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50],
  EUR: [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  GBP: [5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  CHF: [100_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5],
  TRY: [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 25],
  COP: [10_000_000, 5_000_000, 2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000],
  JPY: [10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1],
  KWD: [20_000, 10_000, 5_000, 1_000, 500, 250, 100, 50, 20, 10, 5],
};

/** By which a drawer in this currency is counted; none where its coins are not known here: then the total is typed. */
export function denominationsOf(currency: string): readonly number[] {
  return known[currency] ?? [];
}

/** How many of each were typed. */
export type Counts = Readonly<Record<string, string>>;

/** What was counted in all; undefined where something is no number of coins. */
export function totalOf(counts: Counts): number | undefined {
  let total = 0;
  for (const [worth, typed] of Object.entries(counts)) {
    const text = typed.trim();
    if (text === '') continue;
    if (!/^\d{1,6}$/.test(text)) return undefined;
    total += Number(worth) * Number(text);
  }
  return total;
}

/** Whether anything was counted coin by coin. */
export function isCounted(counts: Counts): boolean {
  return Object.values(counts).some((typed) => typed.trim() !== '');
}
