import { expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import type { CashRounding } from './order-to-total.ts';
import { applyCash, applyTender } from './tender.ts';

interface Tenders {
  due: number;
  tenders?: ({ kind: 'CARD'; amount: number } | { kind: 'CASH'; tendered: number })[];
}
interface Taken {
  accepted?: number[];
  refused?: object;
  payments?: object[];
  open?: number;
}
const cases = casesOf<Tenders, Taken>('splits').filter(({ input }) => input.tenders);

test.each(cases)('$id: $why', ({ input: { due, tenders = [] }, expected }) => {
  let open = due;
  const pay = () =>
    tenders.map((tender) => {
      const paid = tender.kind === 'CASH' ? applyCash(open, tender.tendered) : applyTender(open, tender.amount);
      open = paid.open;
      return { kind: tender.kind, ...paid };
    });
  if (expected.refused) {
    const extensions = expect.objectContaining(expected.refused);
    expect(pay).toThrow(expect.objectContaining({ extensions }));
    expect(due - open).toBe(expected.accepted?.reduce((sum, amount) => sum + amount, 0));
  } else {
    expect(pay()).toMatchObject(expected.payments ?? []);
    expect(open).toBe(expected.open);
  }
});

const rappen: CashRounding = { increment: 5, rounding: 'HALF_UP' };
const down: CashRounding = { increment: 5, rounding: 'DOWN' };

test.each<[string, number, number, CashRounding | undefined, object]>([
  ['exact', 1_000, 1_000, undefined, { applied: 1_000, change: 0, rounding: 0, open: 0 }],
  ['part of it', 1_000, 400, undefined, { applied: 400, change: 0, rounding: 0, open: 600 }],
  ['rounded up to coins', 1_998, 2_000, rappen, { applied: 1_998, change: 0, rounding: 2, open: 0 }],
  ['rounded up, with change', 1_998, 5_000, rappen, { applied: 1_998, change: 3_000, rounding: 2, open: 0 }],
  ['rounded down to coins', 198, 195, down, { applied: 198, change: 0, rounding: -3, open: 0 }],
  ['less than the coins', 198, 190, down, { applied: 190, change: 0, rounding: 0, open: 8 }],
  ['exact where coins would be more', 1_998, 1_999, rappen, { applied: 1_998, change: 1, rounding: 0, open: 0 }],
  ['nothing open', 0, 500, rappen, { applied: 0, change: 500, rounding: 0, open: 0 }],
])('cash, %s', (_, open, tendered, coins, expected) => {
  const paid = applyCash(open, tendered, coins);
  expect(paid).toEqual({ tendered, ...expected });
  expect(paid.tendered - paid.change).toBe(paid.applied + paid.rounding);
});

test.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN])('%s is no tender', (amount) => {
  expect(() => applyTender(1_000, amount)).toThrow('An amount is a whole number');
  expect(() => applyCash(1_000, amount)).toThrow('An amount is a whole number');
});
