/** One step to the totals of an order: what went in, what came out exactly, and what that was rounded to. */
export interface Step {
  step: StepKind;
  /** The line or the service charge that it is about; none where it is about the order. */
  of?: string;
  /** The discount, service charge or tax rule that it applies. */
  rule?: string;
  /** What it begins with, in minor units. */
  input: number;
  /** What the input is multiplied by, a fraction, where that is one number: 19/200. */
  factor?: string;
  /** The exact result in minor units, a fraction: 23655/200. */
  exact: string;
  rounded: number;
}

/**
 * What each step does. One whose name ends with SHARE gives a part of what an earlier step rounded: each gets its part
 * rounded down, and the units that are left go to those who lost most.
 */
export const stepKinds = {
  LINE_GROSS: 'The price of one with its modifiers, times the quantity.',
  LINE_DISCOUNT: 'A discount of a line, of what the discounts before it left.',
  ORDER_DISCOUNT: 'A discount of the order, of what is left of the lines that it applies to.',
  ORDER_DISCOUNT_SHARE: 'The part of a line in a discount of the order.',
  SPLIT:
    'What a check has more or less than by itself, so that all checks into which an order was split are that order.',
  SUBTOTAL: 'All lines after discounts.',
  SERVICE_CHARGE: 'A service charge, of the subtotal.',
  INCLUDED_TAXES: 'What several taxes of the same lines have in their prices together.',
  INCLUDED_TAX_SHARE: 'The part of one tax in what several have in the prices together.',
  TAX: 'A tax, of all that it taxes.',
  TAX_SHARE: 'The part of a line or a service charge in a tax.',
  TOTAL: 'The subtotal with the service charges and the taxes that are added.',
  DUE: 'The total with the tip.',
  CASH_DUE: 'What is due in cash, in the smallest coin.',
} as const;
type StepKind = keyof typeof stepKinds;
