import { readFileSync } from 'node:fs';
import type { OrderToTotal, Portion, TaxRule } from '../src/totals/order-to-total.ts';
import type { OrderTotals, TaxAmount } from '../src/totals/order-totals.ts';

/** An order as the tables of cases write it: lines and charges have names, and taxes are named. */
export interface CaseOrder {
  lines: {
    name: string;
    unit: number;
    qty?: string;
    modifiers?: { price: number; qty?: number }[];
    discounts?: CasePortion[];
    taxes: string[];
  }[];
  orderDiscounts?: CasePortion[];
  serviceCharges?: (CasePortion & { name: string; taxes: string[] })[];
  taxes: Record<string, Omit<TaxRule, 'id'>>;
  taxRounding?: OrderToTotal['taxRounding'];
  mode?: OrderToTotal['rounding'];
  cashRounding?: { increment: number; mode: NonNullable<OrderToTotal['cashRounding']>['rounding'] };
}
type CasePortion = { kind: 'PERCENT'; value: string } | { kind: 'AMOUNT'; value: number };

export interface Case<Input, Expected> {
  id: string;
  why: string;
  input: Input;
  expected: Expected;
}

export function casesOf<Input, Expected>(file: string): Case<Input, Expected>[] {
  const text = readFileSync(new URL(`cases/${file}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: Case<Input, Expected>[] }).cases;
}

export function orderOf({ lines, taxes, mode, cashRounding, ...order }: CaseOrder): OrderToTotal {
  const rules = (ids: string[]) => ids.flatMap((id) => (taxes[id] ? [{ id, ...taxes[id] }] : []));
  return {
    taxRounding: order.taxRounding,
    lines: lines.map((line) => ({
      id: line.name,
      quantity: line.qty ?? '1',
      unitPrice: line.unit,
      modifiers: line.modifiers?.map(({ price, qty = 1 }) => ({ price, quantity: qty })),
      discounts: line.discounts?.map(numbered),
      taxes: rules(line.taxes),
    })),
    orderDiscounts: order.orderDiscounts?.map(numbered),
    serviceCharges: order.serviceCharges?.map((charge) => ({
      id: charge.name,
      taxes: rules(charge.taxes),
      ...portionOf(charge),
    })),
    rounding: mode,
    cashRounding: cashRounding && { increment: cashRounding.increment, rounding: cashRounding.mode },
  };
}

/** As the tables write totals: with the amount of each tax by its name. */
export function writtenTotals({ lines, charges, taxes, ...totals }: OrderTotals) {
  return {
    ...totals,
    lines: lines.map(({ id, taxes: tax, ...line }) => ({ name: id, ...line, tax: byRule(tax) })),
    ...(charges.length > 0 && {
      charges: charges.map(({ id, amount, taxes: tax }) => ({ name: id, amount, tax: byRule(tax) })),
    }),
    taxes: byRule(taxes),
  };
}

function byRule(taxes: readonly TaxAmount[]): Record<string, number> {
  return Object.fromEntries(taxes.map(({ ruleId, amount }) => [ruleId, amount]));
}

function numbered(portion: CasePortion, at: number): { id: string } & Portion {
  return { id: String(at), ...portionOf(portion) };
}

function portionOf(portion: CasePortion): Portion {
  return portion.kind === 'PERCENT'
    ? { kind: 'PERCENT', percent: portion.value }
    : { kind: 'AMOUNT', amount: portion.value };
}
