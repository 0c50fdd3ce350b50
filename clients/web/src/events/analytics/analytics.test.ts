import { expect, test } from 'vitest';
import { rateOf, ratesOf, startOf, sumOf } from './analytics.ts';

const channel = (source: string, target: string, acknowledged: number, failed: number, timeout = 0) => ({
  __typename: 'EventChannelTotals' as const,
  ...{ source, target, published: acknowledged + failed + timeout, acknowledged, failed, timeout },
});

test('the rate of an application is over all who tell it something, worst first, and webhooks are none', () => {
  const rates = ratesOf([
    channel('crm', 'hr', 8, 1, 1),
    channel('wrapper', 'hr', 10, 0),
    channel('hr', 'crm', 1, 3),
    channel('hr', 'system', 0, 0),
    channel('hr', 'webhook:1', 0, 9),
  ]);
  expect(rates.map(({ application, rate }) => [application, rate])).toEqual([
    ['crm', 0.25],
    ['hr', 0.9],
  ]);
  expect(rates[1]?.counts).toEqual({ published: 20, acknowledged: 18, failed: 1, timeout: 1 });
});

test('where nothing has ended there is no rate', () => {
  expect(rateOf({ ...sumOf([]), published: 4 })).toBeUndefined();
});

test.each([
  [1, '2026-11-21T00:00:00.000Z'],
  [7, '2026-11-15T00:00:00.000Z'],
  [30, '2026-10-23T00:00:00.000Z'],
])('%i days begin with whole days, today included', (days, from) => {
  expect(startOf(days, Date.parse('2026-11-21T09:45:00Z'))).toBe(from);
});
