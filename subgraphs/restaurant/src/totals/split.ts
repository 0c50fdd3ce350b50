import { Invalid } from '@mycelium/kit/errors';
import { type Fraction, minus, plus, weightsOf, wholeFraction } from './fraction.ts';
import { givenDecimal } from './held.ts';
import type { CheckTotals } from './odd-cents-for.ts';
import type { ChargeTotals, LineTotals, OrderTotals, TaxAmount } from './order-totals.ts';
import { chargePart, linePart, type Part, sumOfParts } from './part.ts';
import { sharesAmong, type Weight } from './shares.ts';

const MOST_WAYS = 100;

/** A total in equal shares, which differ by at most one unit; the first have the odd ones. */
export function evenShares(total: number, ways: number): number[] {
  if (!Number.isInteger(ways) || ways < 1 || ways > MOST_WAYS)
    throw new Invalid(`A check is split into 1 to ${MOST_WAYS}.`, ['parts'], { reason: 'OUT_OF_RANGE' });
  return sharesAmong(
    total,
    Array.from({ length: ways }, () => 1),
  );
}

/** Who sits where a line was ordered for: nobody, where it is for the whole table. */
export type Seats = ReadonlyMap<string, readonly number[]>;

export interface SeatCheck extends Part {
  seat: number;
}

/** One check for each seat, by number; what was ordered for several is shared by them, and what was ordered for nobody by all. */
export function splitBySeat(totals: OrderTotals, seatsOf: Seats): SeatCheck[] {
  const seats = [...new Set(totals.lines.flatMap(({ id }) => seatsOf.get(id) ?? []))].sort((one, other) => one - other);
  if (seats.length === 0) throw new Invalid('Nothing was ordered for a seat.', ['by'], { reason: 'NO_SEATS' });
  const checks = splitBy(totals, seats.length, (lineId) => {
    const its = seatsOf.get(lineId) ?? [];
    return seats.map((seat) => (its.length === 0 || its.includes(seat) ? 1 : 0));
  });
  return checks.map((check, at) => ({ seat: seats[at] ?? 0, ...check }));
}

/** How much of a line. */
export interface LineQuantity {
  lineId: string;
  quantity: string;
}

/** One check for each list of what goes on it, and a last one with what is left, which may be nothing. */
export function splitByItem(
  totals: OrderTotals,
  ordered: readonly LineQuantity[],
  checks: readonly (readonly LineQuantity[])[],
): Part[] {
  const quantities = quantitiesByItem(ordered, checks);
  return splitBy(totals, checks.length + 1, (lineId) => weightsOf(quantities(lineId)));
}

/** How much of a line each check has, and then how much of it is left. */
export function quantitiesByItem(
  ordered: readonly LineQuantity[],
  checks: readonly (readonly LineQuantity[])[],
): (lineId: string) => Fraction[] {
  const left = new Map(
    ordered.map((line, at) => [line.lineId, givenDecimal(line.quantity, ['lines', at, 'quantity'])]),
  );
  const taken = checks.map((lines, check) => {
    const ofCheck = new Map<string, Fraction>();
    for (const [at, { lineId, quantity }] of lines.entries()) {
      const place = ['checks', check, at];
      const rest = left.get(lineId);
      if (!rest) throw new Invalid('This line is not on the order.', [...place, 'lineId'], { reason: 'UNKNOWN' });
      const asked = givenDecimal(quantity, [...place, 'quantity']);
      const after = minus(rest, asked);
      if (after.over < 0n)
        throw new Invalid('This is more than was ordered.', [...place, 'quantity'], { reason: 'MORE_THAN_ORDERED' });
      left.set(lineId, after);
      ofCheck.set(lineId, plus(ofCheck.get(lineId) ?? wholeFraction(0), asked));
    }
    return ofCheck;
  });
  return (lineId) => [...taken, left].map((quantities) => quantities.get(lineId) ?? wholeFraction(0));
}

/** A line is shared by its weights, one for each check; where it has none the last check has all of it. Service charges follow the checks. */
function splitBy(totals: OrderTotals, checks: number, weightsOfLine: WeightsOfLine): Part[] {
  return sharedTotals(totals, checks, weightsOfLine).map(partOfCheck);
}

type WeightsOfLine = (lineId: string) => readonly Weight[];

/** The same line by line and charge by charge: in every column the checks are the order. */
export function sharedTotals(totals: OrderTotals, checks: number, weightsOfLine: WeightsOfLine): CheckTotals[] {
  const lines = totals.lines.map((line) => {
    const asked = weightsOfLine(line.id);
    const weights = asked.some(Boolean) ? asked : asked.map((_, at) => (at === checks - 1 ? 1 : 0));
    return sharedLine(line, checks, (amount) => sharesAmong(amount, weights));
  });
  const costs = Array.from({ length: checks }, (_, check) =>
    lines.reduce((sum, shares) => sum + (shares[check]?.amount ?? 0), 0),
  );
  const weights = costs.some((cost) => cost > 0) ? costs : costs.map(() => 1);
  const charges = totals.charges.map((charge) =>
    sharedCharge(charge, checks, (amount) => sharesAmong(amount, weights)),
  );
  return checksOf(checks, lines, charges);
}

/** An order in equal checks: what is paid for them differs by at most one unit, and the first have the odd ones. */
export function evenTotals(totals: OrderTotals, ways: number): CheckTotals[] {
  evenShares(totals.total, ways);
  // What is paid goes on from column to column, so that the odd units do not all go to the first check.
  const paid = sharedOnwards(ways);
  const included = sharedOnwards(ways);
  const evenly = (amount: number): number[] => evenShares(amount, ways);
  const taxes = (tax: TaxAmount) => (tax.inclusive ? included : paid);
  const lines = totals.lines.map((line) => sharedLine(line, ways, evenly, paid, taxes));
  const charges = totals.charges.map((charge) => sharedCharge(charge, ways, paid, taxes));
  return checksOf(ways, lines, charges);
}

type Share = (amount: number) => readonly number[];

/** Equal shares of one amount after the other, which all together are equal shares of their sum. */
function sharedOnwards(ways: number): Share {
  let before = 0;
  return (amount) => {
    const [until, from] = [evenShares(before + amount, ways), evenShares(before, ways)];
    before += amount;
    return until.map((share, check) => share - (from[check] ?? 0));
  };
}

function sharedLine(
  { id, lineDiscount, orderDiscount, amount, taxes }: LineTotals,
  checks: number,
  share: Share,
  shareAmount = share,
  shareTax: (tax: TaxAmount) => Share = () => share,
): LineTotals[] {
  const shares = { line: share(lineDiscount), order: share(orderDiscount), amount: shareAmount(amount) };
  const taxShares = taxes.map((tax) => ({ tax, amounts: shareTax(tax)(tax.amount) }));
  return Array.from({ length: checks }, (_, check) => {
    const [ofLine = 0, ofOrder = 0, left = 0] = [shares.line[check], shares.order[check], shares.amount[check]];
    return {
      ...{ id, gross: left + ofLine + ofOrder, lineDiscount: ofLine, orderDiscount: ofOrder, amount: left },
      taxes: taxShares.map(({ tax, amounts }) => ({ ...tax, amount: amounts[check] ?? 0 })),
    };
  });
}

function sharedCharge(
  { id, amount, taxes }: ChargeTotals,
  checks: number,
  share: Share,
  shareTax: (tax: TaxAmount) => Share = () => share,
): ChargeTotals[] {
  const amounts = share(amount);
  const taxShares = taxes.map((tax) => ({ tax, amounts: shareTax(tax)(tax.amount) }));
  return Array.from({ length: checks }, (_, check) => ({
    ...{ id, amount: amounts[check] ?? 0 },
    taxes: taxShares.map((of) => ({ ...of.tax, amount: of.amounts[check] ?? 0 })),
  }));
}

function checksOf(checks: number, lines: readonly LineTotals[][], charges: readonly ChargeTotals[][]): CheckTotals[] {
  return Array.from({ length: checks }, (_, check) => ({
    lines: lines.flatMap((shares) => shares[check] ?? []),
    charges: charges.flatMap((shares) => shares[check] ?? []),
  }));
}

/** What a check comes to. */
export function partOfCheck({ lines, charges }: CheckTotals): Part {
  return sumOfParts([...lines.map(linePart), ...charges.map(chargePart)]);
}
