import { expect, test } from 'vitest';
import type { Order } from '../orders.ts';
import { leftToRefund, tipLeftToRefund } from './left-to-refund.ts';

const line = (id: string, quantity: string, voidedAt: string | null = null) => ({ id, quantity, voidedAt });
const refund = (...lines: [string, string][]) => ({ lines: lines.map(([lineId, quantity]) => ({ lineId, quantity })) });
const order = (lines: object[], refunds: object[]) =>
  ({ lines, refunds }) as unknown as Pick<Order, 'lines' | 'refunds'>;

test('what is left of each line is what no refund has given back, to the gram', () => {
  const lines = [
    line('tacos', '2'),
    line('ham', '0.350'),
    line('flan', '10'),
    line('agua', '1', '2026-12-01T10:00:00Z'),
  ];
  expect([...leftToRefund(order(lines, []))]).toEqual([
    ['tacos', '2'],
    ['ham', '0.35'],
    ['flan', '10'],
  ]);
  const refunds = [
    refund(['tacos', '1'], ['ham', '0.1']),
    refund(['flan', '10'], ['ham', '0.05']),
    refund(['tacos', '0']),
  ];
  expect([...leftToRefund(order(lines, refunds))]).toEqual([
    ['tacos', '1'],
    ['ham', '0.2'],
  ]);
});

test('what is left of the tips is what was taken and not given back; what is only promised is none', () => {
  const tip = (amount: number, status = 'CAPTURED') => ({ status, tip: { amount, currency: 'USD' } });
  const ofOrder = { payments: [tip(300), tip(200), tip(150, 'AUTHORISED'), tip(90, 'CANCELED')], refunds: [tip(120)] };
  expect(tipLeftToRefund(ofOrder as unknown as Pick<Order, 'payments' | 'refunds'>)).toBe(380);
});
