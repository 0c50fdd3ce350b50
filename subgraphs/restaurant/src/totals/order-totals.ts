/** What an order comes to, in minor units. The lines and charges add up to it in every column. */
export interface OrderTotals {
  lines: LineTotals[];
  charges: ChargeTotals[];
  /** In the order in which the lines and charges have them; with rate 0, too, so that a report has what was exempt. */
  taxes: TaxTotal[];
  /** The lines after discounts, with the taxes that their prices include. */
  subtotal: number;
  discountTotal: number;
  taxAdded: number;
  taxIncluded: number;
  serviceCharge: number;
  /** The subtotal, the service charges, and the taxes that are added. */
  total: number;
  tip: number;
  /** The total and the tip. */
  due: number;
  /** Where cash is rounded: what is due when all of it is paid in cash, and how much more that is. */
  cashDue?: number;
  cashRoundingDifference?: number;
}

export interface LineTotals {
  id: string;
  /** Before discounts. */
  gross: number;
  lineDiscount: number;
  /** Its share in the discounts of the order. */
  orderDiscount: number;
  /** After all discounts. */
  amount: number;
  taxes: TaxAmount[];
}

export interface ChargeTotals {
  id: string;
  amount: number;
  taxes: TaxAmount[];
}

/** Of a line or a charge, which has a rule once. */
export interface TaxAmount {
  ruleId: string;
  rate: string;
  inclusive: boolean;
  amount: number;
}

/** A rule that was changed between two lines is here twice, with two rates. */
export interface TaxTotal extends TaxAmount {
  /** All that it taxes, after discounts. */
  taxed: number;
}
