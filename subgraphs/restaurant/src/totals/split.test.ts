import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseOrder, casesOf, orderOf } from '../../test/case-orders.ts';
import { randomOrder } from '../../test/random-orders.ts';
import { oddCentsFor } from './odd-cents-for.ts';
import type { OrderTotals, TaxAmount } from './order-totals.ts';
import { type Part, sumOfParts } from './part.ts';
import { sharesAmong } from './shares.ts';
import { evenShares, evenTotals, partOfCheck, sharedTotals, splitByItem, splitBySeat } from './split.ts';
import { totalsOf } from './totals.ts';

interface Split {
  total?: number;
  ways?: number;
  weights?: number[];
  order?: CaseOrder;
  seats?: Record<string, number[]>;
}
interface Shares {
  shares?: number[];
  order?: object;
  checks?: object[];
  sumOfChecks?: number;
}
const cases = casesOf<Split, Shares>('splits');

test.each(cases.filter(({ input }) => input.ways))('$id: $why', ({ input, expected }) => {
  expect(evenShares(input.total ?? 0, input.ways ?? 0)).toEqual(expected.shares);
});

test.each(cases.filter(({ input }) => input.weights))('$id: $why', ({ input, expected }) => {
  expect(sharesAmong(input.total ?? 0, input.weights ?? [])).toEqual(expected.shares);
});

test.each(cases.filter(({ input }) => input.seats))('$id: $why', ({ input, expected }) => {
  const totals = totalsOf(orderOf(input.order ?? { lines: [], taxes: {} }));
  const checks = splitBySeat(totals, new Map(Object.entries(input.seats ?? {})));
  const { subtotal, taxAdded: tax, serviceCharge, total } = totals;
  expect({ subtotal, tax, serviceCharge, total }).toEqual(expected.order);
  expect(checks.map(written)).toEqual(expected.checks);
  expect(sumOfParts(checks).total).toBe(expected.sumOfChecks);
});

test('whatever is ordered, the checks of a split by seat are the order', () => {
  const seated = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(randomOrder, seated, (order, seats) => {
      const totals = totalsOf(order);
      const seatsOf = new Map(order.lines.map(({ id }, at) => [id, seats[at] ?? []]));
      fc.pre([...seatsOf.values()].some((ofLine) => ofLine.length > 0));
      expect(sorted(sumOfParts(splitBySeat(totals, seatsOf)))).toEqual(wholeOf(totals));
    }),
    { numRuns: 300 },
  );
});

test('whatever is ordered, the checks of a split by item are the order', () => {
  const portions = fc.array(fc.nat(4), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(randomOrder, fc.array(portions, { minLength: 1, maxLength: 4 }), (order, asked) => {
      const totals = totalsOf(order);
      const ordered = order.lines.map(({ id }) => ({ lineId: id, quantity: '16' }));
      const checks = asked.map((ofCheck) => ordered.map((line, at) => ({ ...line, quantity: `${ofCheck[at]}` })));
      expect(sorted(sumOfParts(splitByItem(totals, ordered, checks)))).toEqual(wholeOf(totals));
    }),
    { numRuns: 300 },
  );
});

test('whatever is ordered, equal checks are the order, and differ by at most one unit', () => {
  fc.assert(
    fc.property(randomOrder, fc.integer({ min: 1, max: 9 }), (order, ways) => {
      const totals = totalsOf(order);
      const checks = evenTotals(totals, ways).map(partOfCheck);
      expect(sorted(sumOfParts(checks))).toEqual(wholeOf(totals));
      expect(checks.map(({ total }) => total)).toEqual(evenShares(totals.total, ways));
    }),
    { numRuns: 300 },
  );
});

test('whatever is ordered, a check with its odd cents comes to what is wanted of it', () => {
  const quantities = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(randomOrder, quantities, fc.boolean(), (order, parts, isEven) => {
      const totals = totalsOf(order);
      const weights = new Map(order.lines.map(({ id }, at) => [id, parts[at] ?? []]));
      const checks = isEven ? evenTotals(totals, 3) : sharedTotals(totals, 3, (id) => weights.get(id) ?? []);
      for (const [at, wanted] of checks.entries()) {
        const lines = order.lines.map((line) => ({ ...line, quantity: `${parts.flat()[at] ?? 0}` }));
        const check = { ...order, lines };
        const odd = oddCentsFor(check, wanted);
        const counted = totalsOf({
          ...check,
          lines: lines.map((line) => ({ ...line, odd: odd.lines.get(line.id) })),
          serviceCharges: order.serviceCharges?.map((charge) => ({ ...charge, odd: odd.charges.get(charge.id) })),
        });
        expect({ lines: counted.lines, charges: counted.charges }).toEqual(wanted);
      }
    }),
    { numRuns: 300 },
  );
});

test('a third of a pizza, and the check with what is left', () => {
  const vat = { id: 'vat', rate: '0.1', inclusive: true };
  const totals = totalsOf({
    lines: [
      { id: 'pizza', quantity: '3', unitPrice: 1_000, taxes: [vat] },
      { id: 'wine', quantity: '0.750', unitPrice: 2_800, taxes: [vat] },
    ],
  });
  const ordered = [
    { lineId: 'pizza', quantity: '3' },
    { lineId: 'wine', quantity: '0.750' },
  ];
  const checks = splitByItem(totals, ordered, [
    [{ lineId: 'pizza', quantity: '1' }],
    [{ lineId: 'wine', quantity: '0.25' }],
  ]);
  expect(checks.map(written)).toEqual([
    { amount: 1_000, tax: 91, serviceCharge: 0, total: 1_000 },
    { amount: 700, tax: 64, serviceCharge: 0, total: 700 },
    { amount: 3_400, tax: 309, serviceCharge: 0, total: 3_400 },
  ]);
});

test.each([
  [
    'more than was ordered',
    [[{ lineId: 'a', quantity: '1' }], [{ lineId: 'a', quantity: '1.5' }]],
    'MORE_THAN_ORDERED',
  ],
  ['what was not ordered', [[{ lineId: 'b', quantity: '1' }]], 'UNKNOWN'],
  ['no quantity', [[{ lineId: 'a', quantity: 'one' }]], 'NOT_A_DECIMAL'],
])('a split of %s is refused', (_, checks, reason) => {
  const totals = totalsOf({ lines: [{ id: 'a', quantity: '2', unitPrice: 500, taxes: [] }] });
  const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', reason }) });
  expect(() => splitByItem(totals, [{ lineId: 'a', quantity: '2' }], checks)).toThrow(refusal);
});

test.each([0, 101, 1.5, Number.NaN])('a check is not split %s ways', (ways) => {
  expect(() => evenShares(1_000, ways)).toThrow('A check is split into 1 to 100.');
});

test('without seats there is no split by seat', () => {
  expect(() => splitBySeat(totalsOf({ lines: [] }), new Map())).toThrow('Nothing was ordered for a seat.');
});

/** The order as one part. */
function wholeOf({ subtotal: amount, serviceCharge, taxes, total }: OrderTotals): Part {
  return sorted({ amount, serviceCharge, taxes: taxes.map(({ taxed: _, ...tax }) => tax), total });
}

function sorted(part: Part): Part {
  const nameOf = ({ ruleId, rate }: TaxAmount) => `${ruleId} ${rate}`;
  return { ...part, taxes: part.taxes.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other))) };
}

function written({ amount, serviceCharge, taxes, total }: Part) {
  return { amount, tax: taxes.reduce((sum, tax) => sum + tax.amount, 0), serviceCharge, total };
}
