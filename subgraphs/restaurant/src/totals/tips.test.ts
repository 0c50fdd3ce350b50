import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import { checkTip, poolOf, poolsOf, tipByServer } from './tips.ts';

interface Tips {
  pool?: number;
  members?: { name: string; minutes: number }[];
  subtotal: number;
  tip: number;
  capPercent?: number;
}
interface Given {
  shares?: Record<string, number>;
  accepted?: boolean;
}
const cases = casesOf<Tips, Given>('tips');

test.each(cases.filter(({ input }) => input.members))('$id: $why', ({ input, expected }) => {
  const members = input.members?.map(({ name, minutes }) => ({ id: name, weight: String(minutes) })) ?? [];
  const { shares } = poolOf(input.pool ?? 0, 'MINUTES', members);
  expect(Object.fromEntries(shares.map(({ id, amount }) => [id, amount]))).toEqual(expected.shares);
});

test.each(cases.filter(({ input }) => input.capPercent))('$id: $why', ({ input, expected }) => {
  const accepted = () => checkTip(input.tip, input.subtotal, String(input.capPercent));
  expect(accepted).not.toThrow();
  expect(expected.accepted).toBe(true);
});

test('a tip above its cap is refused, with the most that it may be', () => {
  expect(() => checkTip(9_001, 9_000, '100')).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ reason: 'TIP_ABOVE_CAP', most: 9_000 }) }),
  );
  expect(() => checkTip(34, 333, '10')).toThrow('This tip is too large for the order.');
  expect(() => checkTip(33, 333, '10')).not.toThrow();
});

test('by points, with the formula', () => {
  const members = [
    { id: 'Ana', weight: '1.5' },
    { id: 'Beto', weight: '1' },
    { id: 'Caro', weight: '0' },
    { id: 'Dani', weight: '0.75' },
  ];
  expect(poolOf(10_000, 'POINTS', members)).toEqual({
    by: 'POINTS',
    pool: 10_000,
    weightOfAll: '13/4',
    shares: [
      { id: 'Ana', weight: '1.5', exact: '60000/13', amount: 4_615 },
      { id: 'Beto', weight: '1', exact: '40000/13', amount: 3_077 },
      { id: 'Caro', weight: '0', exact: '0', amount: 0 },
      { id: 'Dani', weight: '0.75', exact: '30000/13', amount: 2_308 },
    ],
  });
});

test('service charges are no tips', () => {
  const members = [
    { id: 'Ana', weight: '60' },
    { id: 'Beto', weight: '30' },
  ];
  const { tips, serviceCharges } = poolsOf({ tips: 100, serviceCharges: 1_000 }, 'MINUTES', members);
  expect([tips, serviceCharges].map(({ shares }) => shares.map(({ amount }) => amount))).toEqual([
    [67, 33],
    [667, 333],
  ]);
});

test.each([
  [
    'by what each sold',
    [
      ['Ana', 3_000],
      ['Beto', 1_000],
      ['Ana', 500],
    ],
    [
      ['Ana', 778],
      ['Beto', 222],
    ],
  ],
  ['all to the only one', [['Ana', 3_000]], [['Ana', 1_000]]],
  [
    'evenly where all was on the house',
    [
      ['Ana', 0],
      ['Beto', 0],
    ],
    [
      ['Ana', 500],
      ['Beto', 500],
    ],
  ],
] satisfies [string, [string, number][], [string, number][]][])(
  'the tip of a transferred table goes %s',
  (_, sold, given) => {
    const lines = sold.map(([serverId, amount]) => ({ serverId, amount }));
    expect(tipByServer(1_000, lines)).toEqual(given.map(([serverId, amount]) => ({ serverId, amount })));
  },
);

test('whatever people worked, the shares are the pool', () => {
  const members = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.nat(1_000_000_000), members, (pool, hundredths) => {
      fc.pre(hundredths.some(Boolean));
      const { shares } = poolOf(
        pool,
        'POINTS',
        hundredths.map((each, at) => ({ id: `${at}`, weight: (each / 100).toFixed(2) })),
      );
      expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(pool);
      expect(shares.filter(({ amount, weight }) => amount < 0 || (Number(weight) === 0 && amount > 0))).toEqual([]);
    }),
  );
});

test('a pool that nobody worked for is refused, and so is the tip of a table that nobody served', () => {
  expect(() => poolOf(100, 'MINUTES', [{ id: 'Ana', weight: '0' }])).toThrow('Nobody in this pool has worked.');
  expect(() => poolOf(100, 'MINUTES', [{ id: 'Ana', weight: '-5' }])).toThrow('Write a decimal number');
  expect(() => poolOf(-1, 'MINUTES', [])).toThrow('An amount is a whole number');
  expect(() => tipByServer(100, [])).toThrow('Nobody has served this table.');
  expect(poolOf(0, 'MINUTES', []).shares).toEqual([]);
});
