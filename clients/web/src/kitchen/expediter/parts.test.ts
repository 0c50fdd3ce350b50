import { expect, test } from 'vitest';
import type { KitchenOrder } from './orders.ts';
import { isReady } from './parts.ts';

const ticket = (id: string, station: string, more: object = {}) => ({
  ...{ id, station: { id: station, name: station }, toMake: true, voidedAt: null, ...more },
});
const order = (progress: string, ...tickets: object[]) => ({ progress, tickets }) as unknown as KitchenOrder;
const done =
  (...ids: string[]) =>
  ({ id }: { id: string }) =>
    ids.includes(id);

test('an order can go out once every station is done with what is to be made', () => {
  const both = [ticket('1', 'grill'), ticket('2', 'bar')];
  expect(isReady(order('READY', ...both), done('1', '2'))).toBe(true);
  expect(isReady(order('READY', ...both), done('1'))).toBe(false);
  expect(isReady(order('IN_KITCHEN', ...both), done('1', '2'))).toBe(false);
  const off = ticket('3', 'bar', { voidedAt: '2026-12-01T00:00:00Z' });
  const less = ticket('4', 'bar', { toMake: false });
  expect(isReady(order('READY', ...both, off, less), done('1', '2'))).toBe(true);
});
