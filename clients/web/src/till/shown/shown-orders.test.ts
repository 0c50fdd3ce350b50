import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { PriceRule } from '@mycelium/schema/choices';
import { expect, test } from 'vitest';
import type { Menu } from '../menu/menu.ts';
import type { Order } from '../orders/orders.ts';
import { quickAmounts, shownOrders } from './shown-orders.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const named = (text: string) => [{ locale: 'es', text }];
const menu = {
  position: null,
  groups: [
    {
      ...{ id: 'salsa', names: named('Salsa'), min: 0, max: 3, free: 1, priceRule: PriceRule.ADD },
      options: [
        { id: 'verde', names: named('Verde'), price: usd(25), available: true, maxQuantity: null, nested: null },
        { id: 'macha', names: named('Macha'), price: usd(50), available: true, maxQuantity: null, nested: null },
      ],
    },
  ],
  sections: [
    {
      ...{ id: 'tacos', names: named('Tacos'), channels: [], dayParts: [] },
      items: [
        {
          ...{
            __typename: 'MenuItem' as const,
            id: 'pastor',
            version: 1,
            names: named('Al pastor'),
            price: usd(425),
            available: true,
          },
          ...{ portionsLeft: null, taxClass: 'STANDARD', channels: [], dayParts: [] },
          ...{ modifierGroups: [{ id: 'salsa' }], atLocation: null },
        },
      ],
    },
  ],
} as unknown as Menu;
const tables = [
  { id: 't4', name: '4' },
  { id: 't5', name: '5' },
];
const where = { menu, tables, location: { id: 'centro', currency: 'USD' } };

let position = 0;
const entry = (operation: string, variables: Record<string, unknown>, state: Entry['state'] = 'WAITING'): Entry => ({
  ...{ position: ++position, key: `${position}`, order: 'a', operation, variables, madeAt: 0, state, attempts: 0 },
});
const opening = entry('openOrder', { input: { id: 'a', locationId: 'centro', channel: 'TAKEAWAY', guests: 2 } });
const tacos = entry('addOrderLines', {
  orderId: 'a',
  lines: [{ id: 'l', itemId: 'pastor', quantity: '2', modifiers: [{ optionId: 'verde' }, { optionId: 'macha' }] }],
});

test('an order that waits in the outbox is shown as it will be, at the prices of the menu', () => {
  const [order, ...others] = shownOrders([], [opening, tacos, entry('placeOrder', { id: 'a' })], where);
  expect(others).toEqual([]);
  // Of two salsas the cheaper one is free.
  expect(order).toMatchObject({ channel: 'TAKEAWAY', guests: 2, progress: 'PLACED', total: 950, due: 950, waiting: 3 });
  expect(order).toMatchObject({ isExact: false, isStuck: false });
  expect(order?.number).toBeUndefined();
  expect(order?.lines).toMatchObject([{ quantity: '2', amount: 950, names: named('Al pastor') }]);
});

test('what the server has already is not shown twice when its entry is still there', () => {
  const known = {
    ...{
      id: 'a',
      number: 7,
      channel: 'TAKEAWAY',
      progress: 'DRAFT',
      money: 'OPEN',
      currency: 'USD',
      firedCourses: [1],
    },
    lines: [{ id: 'l', names: named('Al pastor'), quantity: '2', gross: usd(950), amount: usd(950), options: [] }],
    totals: { total: usd(1_040), due: usd(1_040) },
  } as unknown as Order;
  const [order] = shownOrders([known], [opening, tacos], where);
  expect(order).toMatchObject({ number: 7, total: 1_040, isExact: true, waiting: 2 });
  expect(order?.lines).toHaveLength(1);
});

test('cash that waits has paid the order, and one that was refused marks it', () => {
  const cash = entry('recordCash', { input: { id: 'p', orderId: 'a', tendered: 1_000, sessionId: 's' } }, 'REFUSED');
  const [order] = shownOrders([], [opening, tacos, cash], where);
  expect(order).toMatchObject({ due: 0, money: 'PAID', isStuck: true });
});

test('an entry of an order that nobody knows shows nothing', () => {
  expect(shownOrders([], [tacos], where)).toEqual([]);
});

test.each([
  [1_775, 'USD', [1_775, 1_800, 2_000, 5_000, 10_000]],
  [2_000, 'USD', [2_000, 5_000, 10_000]],
  [180, 'JPY', [180, 200]],
  [0, 'USD', []],
])('%i %s is paid with %j', (due, currency, amounts) => {
  expect(quickAmounts(due, currency)).toEqual(amounts);
});

test('an order that waits says at which table it is, and at which other one it will be', () => {
  const atFour = entry('openOrder', { input: { id: 'a', locationId: 'centro', channel: 'DINE_IN', tableId: 't4' } });
  expect(shownOrders([], [atFour], where)).toMatchObject([{ tableId: 't4', table: '4' }]);
  const moved = entry('moveOrder', { id: 'a', tableId: 't5' });
  expect(shownOrders([], [atFour, moved], where)).toMatchObject([{ tableId: 't5', table: '5', waiting: 2 }]);
});
