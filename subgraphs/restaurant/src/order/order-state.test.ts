import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextProgress, OrderMoney, OrderProgress, stateOf } from './order-state.ts';

const { cases } = JSON.parse(readFileSync(new URL('../../test/cases/order-states.json', import.meta.url), 'utf8')) as {
  cases: { id: string; expected: Record<string, string[]> }[];
};
const table = cases.find(({ id }) => id === 'table')?.expected ?? {};

test.each(Object.values(OrderProgress))('from %s there are the steps of the table', (progress) => {
  const steps = table[progress]?.filter((next) => next !== 'PAID');
  expect(nextProgress[progress].toSorted()).toEqual(steps?.toSorted());
});

test('what is paid says so, whatever the kitchen does', () => {
  for (const progress of [OrderProgress.PLACED, OrderProgress.IN_KITCHEN, OrderProgress.SERVED]) {
    expect(stateOf({ progress, money: OrderMoney.PAID })).toBe('PAID');
    expect(stateOf({ progress, money: OrderMoney.PARTLY_PAID })).toBe(progress);
  }
  expect(stateOf({ progress: OrderProgress.VOID, money: OrderMoney.REFUNDED })).toBe('VOID');
});
