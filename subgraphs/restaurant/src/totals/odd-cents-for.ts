import type { OddCharge, OddLine, OrderToTotal } from './order-to-total.ts';
import type { ChargeTotals, LineTotals, TaxAmount } from './order-totals.ts';
import { totalsOf } from './totals.ts';

/** What the lines and service charges of a check come to. */
export interface CheckTotals {
  lines: readonly LineTotals[];
  charges: readonly ChargeTotals[];
}

interface Odd {
  lines: ReadonlyMap<string, OddLine>;
  charges: ReadonlyMap<string, OddCharge>;
}

/**
 * What the lines and service charges of a check are to have more or less, so that it comes to what is wanted of it. Each pass
 * settles what the next one begins with: what the lines cost, the discounts of the order, service charges, taxes.
 */
export function oddCentsFor(order: OrderToTotal, wanted: CheckTotals): Odd {
  const lines = new Map<string, OddLine>();
  const charges = new Map<string, OddCharge>();
  const counted = () =>
    totalsOf({
      ...order,
      lines: order.lines.map((line) => ({ ...line, odd: lines.get(line.id) })),
      serviceCharges: order.serviceCharges?.map((charge) => ({ ...charge, odd: charges.get(charge.id) })),
    });
  eachOf(wanted.lines, counted().lines, (want, is) =>
    add(lines, want.id, { gross: want.gross - is.gross, lineDiscount: want.lineDiscount - is.lineDiscount }),
  );
  eachOf(wanted.lines, counted().lines, (want, is) =>
    add(lines, want.id, { orderDiscount: want.orderDiscount - is.orderDiscount }),
  );
  eachOf(wanted.charges, counted().charges, (want, is) => add(charges, want.id, { amount: want.amount - is.amount }));
  const last = counted();
  eachOf(wanted.lines, last.lines, (want, is) => add(lines, want.id, { taxes: oddTaxes(want.taxes, is.taxes) }));
  eachOf(wanted.charges, last.charges, (want, is) => add(charges, want.id, { taxes: oddTaxes(want.taxes, is.taxes) }));
  return { lines, charges };
}

function eachOf<Total extends { id: string }>(
  wanted: readonly Total[],
  are: readonly Total[],
  settle: (want: Total, is: Total) => void,
): void {
  const byId = new Map(are.map((is) => [is.id, is]));
  for (const want of wanted) {
    const is = byId.get(want.id);
    if (is) settle(want, is);
  }
}

/** Only what is not nothing is kept. */
function add<Value extends object>(odd: Map<string, Value>, id: string, more: Value): void {
  const some = Object.entries(more).filter(([, value]) => (typeof value === 'object' ? hasAny(value) : value !== 0));
  if (some.length > 0) odd.set(id, { ...odd.get(id), ...Object.fromEntries(some) } as Value);
}

const hasAny = (of: object | null): boolean => Object.keys(of ?? {}).length > 0;

function oddTaxes(wanted: readonly TaxAmount[], are: readonly TaxAmount[]): Record<string, number> {
  const byRule = new Map(are.map(({ ruleId, amount }) => [ruleId, amount]));
  const odd = wanted.map(({ ruleId, amount }) => [ruleId, amount - (byRule.get(ruleId) ?? 0)] as const);
  return Object.fromEntries(odd.filter(([, more]) => more !== 0));
}
