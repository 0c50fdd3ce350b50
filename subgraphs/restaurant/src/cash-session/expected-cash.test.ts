import { expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import { expectedCash } from './expected-cash.ts';

interface Day {
  previousCounted?: number;
  opening: number;
  cashSales: number[];
  cashRefunds?: number[];
  paidIn?: number[];
  paidOut?: number[];
  drops?: number[];
  tipsPaidFromDrawer?: number[];
  counted: number;
}

const sum = (amounts: number[] = []) => amounts.reduce((all, amount) => all + amount, 0);

test.each(casesOf<Day, { expectedCash: number; overShort: number }>('cash-sessions'))(
  '$id: $why',
  ({ input, expected }) => {
    const cash = expectedCash({
      ...{ float: input.opening, payments: sum(input.cashSales), tips: 0, refunds: sum(input.cashRefunds) },
      ...{ paidIn: sum(input.paidIn), paidOut: sum(input.paidOut), drops: sum(input.drops) },
      tipsOut: sum(input.tipsPaidFromDrawer),
    });
    expect(cash).toBe(expected.expectedCash);
    expect(input.counted - cash).toBe(expected.overShort);
  },
);
