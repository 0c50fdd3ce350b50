import { totalsOf } from '@mycelium/restaurant/totals/totals';

const LINES = 200;
const ROUNDS = 400;

/** Milliseconds that the totals of a long order take, with two taxes of which one is on the other, in the middle of many times. */
export function measureTotals(taxRounding: 'ORDER' | 'LINE'): number {
  const taxes = [
    { id: 'state', rate: '0.0725', inclusive: false },
    { id: 'city', rate: '0.0225', inclusive: false, baseIncludes: ['state'] },
  ];
  const lines = Array.from({ length: LINES }, (_, n) => ({
    ...{ id: String(n), quantity: String(1 + (n % 4)), unitPrice: 395 + n, taxes },
    modifiers: [{ price: 50, quantity: 1 }],
  }));
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    totalsOf({ lines, taxRounding, orderDiscounts: [{ id: 'ten', kind: 'PERCENT', percent: '10' }] });
    return performance.now() - begin;
  });
  return times.toSorted((one, other) => one - other)[ROUNDS / 2] ?? Number.NaN;
}
