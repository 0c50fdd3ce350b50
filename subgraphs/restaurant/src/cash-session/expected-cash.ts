import { sumOf } from '../totals/held.ts';

/** What went through a drawer, each as an amount that is not negative but for the rounding to coins within `payments`. */
export interface Drawn {
  float: number;
  payments: number;
  tips: number;
  paidIn: number;
  refunds: number;
  paidOut: number;
  drops: number;
  tipsOut: number;
}

/** The cash that should be in a drawer. */
export function expectedCash({ float, payments, tips, paidIn, ...left }: Drawn): number {
  const { refunds, paidOut, drops, tipsOut } = left;
  return sumOf([float, payments, tips, paidIn, -refunds, -paidOut, -drops, -tipsOut], ['counted']);
}
