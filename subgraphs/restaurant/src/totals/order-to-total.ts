import type { Rounding } from './rounding.ts';

/** What the totals of an order come from, as the order keeps it. Amounts are minor units of its one currency; quantities, rates and percents are decimal numbers in text. */
export interface OrderToTotal {
  lines: readonly LineToTotal[];
  orderDiscounts?: readonly Discount[];
  serviceCharges?: readonly ServiceCharge[];
  /** Never taxed. */
  tip?: number;
  /** ORDER (the usual): each tax is rounded once, and shared by the lines. LINE: the tax of each line is rounded by itself. */
  taxRounding?: TaxRounding;
  /** HALF_UP is the usual. */
  rounding?: Rounding;
  /** Of a place whose smallest coin is more than a minor unit. */
  cashRounding?: CashRounding;
}

export type TaxRounding = 'ORDER' | 'LINE';

export interface LineToTotal {
  id: string;
  /** 2, or 0.350 of what is sold by weight. */
  quantity: string;
  /** Of one, without its modifiers. */
  unitPrice: number;
  /** Of one: their prices belong to the unit. A price below zero takes something off it. */
  modifiers?: readonly { price: number; quantity: number }[];
  /** One after the other, each of what the last one left. */
  discounts?: readonly Discount[];
  /** False where a discount of the order leaves it alone. */
  discountable?: boolean;
  taxes: readonly TaxRule[];
  odd?: OddLine | null;
}

/** Minor units that a check which was split off has more or less than its lines alone come to, so that all checks are the order. */
export interface OddLine {
  gross?: number;
  lineDiscount?: number;
  orderDiscount?: number;
  /** By the id of the rule. */
  taxes?: Readonly<Record<string, number>>;
}

/** The same of a service charge. */
export interface OddCharge {
  amount?: number;
  taxes?: Readonly<Record<string, number>>;
}

/** As it was when the line was added. */
export interface TaxRule {
  id: string;
  /** 0.095 is 9.5 %. */
  rate: string;
  /** Whether the price has it in it. */
  inclusive: boolean;
  /** The rules that this one taxes, too, where the line has them. */
  baseIncludes?: readonly string[];
}

/** PERCENT of what is left, or AMOUNT, but never more than is left. */
export type Discount = { id: string } & Portion;
/** PERCENT of the subtotal after discounts, or AMOUNT. */
export type ServiceCharge = { id: string; taxes: readonly TaxRule[]; odd?: OddCharge | null } & Portion;

export type Portion = { kind: 'PERCENT'; percent: string } | { kind: 'AMOUNT'; amount: number };

export interface CashRounding {
  /** The smallest coin, in minor units. */
  increment: number;
  rounding: Rounding;
}
