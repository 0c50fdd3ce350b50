import { textOf } from './fraction.ts';
import { given, givenDecimal, held, type Place, sumOf } from './held.ts';
import type { LineToTotal } from './order-to-total.ts';
import { takenOf } from './portion.ts';
import { type Rounding, rounded } from './rounding.ts';
import type { Step } from './step.ts';

export interface LineAmount {
  gross: number;
  lineDiscount: number;
}

/** What a line costs, and what its own discounts take of it, in their order. */
export function lineAmountOf(line: LineToTotal, place: Place, rounding: Rounding, steps?: Step[]): LineAmount {
  const gross = grossOf(line, place, rounding, steps);
  let left = gross;
  for (const [at, discount] of (line.discounts ?? []).entries()) {
    const taken = takenOf(left, discount, rounding, [...place, 'discounts', at]);
    const amount = Math.min(taken.amount, left);
    steps?.push({
      step: 'LINE_DISCOUNT',
      of: line.id,
      rule: discount.id,
      input: left,
      factor: taken.factor && textOf(taken.factor),
      exact: textOf(taken.exact),
      rounded: amount,
    });
    left -= amount;
  }
  return { gross, lineDiscount: gross - left };
}

function grossOf(line: LineToTotal, place: Place, rounding: Rounding, steps?: Step[]): number {
  const unit = unitOf(line, place);
  const quantity = givenDecimal(line.quantity, [...place, 'quantity']);
  const exact = { over: quantity.over * BigInt(unit), under: quantity.under };
  const gross = held(rounded(exact, rounding), place);
  steps?.push({
    step: 'LINE_GROSS',
    of: line.id,
    input: unit,
    factor: textOf(quantity),
    exact: textOf(exact),
    rounded: gross,
  });
  return gross;
}

function unitOf({ unitPrice, modifiers = [] }: LineToTotal, place: Place): number {
  const prices = modifiers.map(({ price, quantity }, at) => {
    const times = given(quantity, [...place, 'modifiers', at, 'quantity']);
    return held(price * times, [...place, 'modifiers', at, 'price']);
  });
  return given(sumOf([given(unitPrice, [...place, 'unitPrice']), ...prices], place), [...place, 'modifiers']);
}
