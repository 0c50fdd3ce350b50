import { held } from './held.ts';
import type { ChargeTotals, LineTotals, OrderTotals, TaxAmount } from './order-totals.ts';
import { sharesAmong } from './shares.ts';

/** A part of what an order comes to. All parts together are the order, in every column. */
export interface Part {
  /** Of lines after discounts, with the taxes that their prices include. */
  amount: number;
  serviceCharge: number;
  /** Of the lines and of the service charges. */
  taxes: TaxAmount[];
  /** What is paid for it: the amount, the service charge, and the taxes that are added. */
  total: number;
}

export interface LinePart extends Part {
  lineId: string;
}

/** Each line with its share of the service charges. */
export function linePartsOf({ lines, charges }: OrderTotals): LinePart[] {
  const parts = withCharges(lines.map(linePart), charges);
  return parts.map((part, at) => ({ lineId: lines[at]?.id ?? '', ...part }));
}

/** A line alone, without service charges. */
export function linePart({ amount, taxes }: LineTotals): Part {
  return partOf({ amount, serviceCharge: 0, taxes });
}

/** A service charge alone. */
export function chargePart({ amount, taxes }: ChargeTotals): Part {
  return partOf({ amount: 0, serviceCharge: amount, taxes });
}

/** Service charges and their taxes, shared by what the parts cost. */
function withCharges(parts: readonly Part[], charges: readonly ChargeTotals[]): Part[] {
  const costs = parts.map(({ amount }) => amount);
  const weights = costs.some((cost) => cost > 0) ? costs : costs.map(() => 1);
  const shared = charges.map(({ amount, taxes }) => ({
    amounts: sharesAmong(amount, weights),
    taxes: taxes.map((tax) => ({ tax, amounts: sharesAmong(tax.amount, weights) })),
  }));
  return parts.map((part, at) =>
    partOf({
      amount: part.amount,
      serviceCharge: shared.reduce((sum, { amounts }) => sum + (amounts[at] ?? 0), part.serviceCharge),
      taxes: [
        ...part.taxes,
        ...shared.flatMap(({ taxes }) => taxes.map(({ tax, amounts }) => ({ ...tax, amount: amounts[at] ?? 0 }))),
      ],
    }),
  );
}

/** With each tax once, and the total. */
function partOf({ amount, serviceCharge, taxes }: Omit<Part, 'total'>): Part {
  const byRule = new Map<string, TaxAmount>();
  for (const tax of taxes) {
    const known = byRule.get(taxKey(tax));
    byRule.set(taxKey(tax), { ...tax, amount: held(tax.amount + (known?.amount ?? 0), ['lines']) });
  }
  const all = [...byRule.values()];
  const added = all.reduce((sum, tax) => sum + (tax.inclusive ? 0 : tax.amount), 0);
  return { amount, serviceCharge, taxes: all, total: held(amount + serviceCharge + added, ['lines']) };
}

export function sumOfParts(parts: readonly Part[]): Part {
  return partOf({
    amount: parts.reduce((sum, { amount }) => held(sum + amount, ['lines']), 0),
    serviceCharge: parts.reduce((sum, { serviceCharge }) => held(sum + serviceCharge, ['lines']), 0),
    taxes: parts.flatMap(({ taxes }) => taxes),
  });
}

/** A part with other amounts: `change` is told each, and which tax it is, if it is one. */
export function changedPart(part: Part, change: (amount: number, column: Column) => number): Part {
  return partOf({
    amount: change(part.amount, 'amount'),
    serviceCharge: change(part.serviceCharge, 'serviceCharge'),
    taxes: part.taxes.map((tax) => ({ ...tax, amount: change(tax.amount, tax) })),
  });
}

export type Column = 'amount' | 'serviceCharge' | Omit<TaxAmount, 'amount'>;

/** What a part has in a column: nothing of a tax that it has not. */
export function inColumn(part: Part, column: Column): number {
  if (typeof column === 'string') return part[column];
  return part.taxes.find((tax) => taxKey(tax) === taxKey(column))?.amount ?? 0;
}

function taxKey({ ruleId, rate, inclusive }: Omit<TaxAmount, 'amount'>): string {
  return JSON.stringify([ruleId, rate, inclusive]);
}
