import { Invalid } from '@mycelium/kit/errors';
import { type Fraction, minus, plus, weightsOf, wholeFraction } from './fraction.ts';
import { givenDecimal } from './held.ts';
import type { OrderTotals } from './order-totals.ts';
import { changedPart, linePart, type Part, sumOfParts, withCharges } from './part.ts';
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
  return splitBy(totals, checks.length + 1, (lineId) =>
    weightsOf([...taken, left].map((quantities) => quantities.get(lineId) ?? wholeFraction(0))),
  );
}

/** A line is shared by its weights, one for each check; where it has none the last check has all of it. Service charges follow the checks. */
function splitBy(totals: OrderTotals, checks: number, weightsOfLine: (lineId: string) => readonly Weight[]): Part[] {
  const shares = totals.lines.map((line) => {
    const asked = weightsOfLine(line.id);
    const weights = asked.some(Boolean) ? asked : asked.map((_, at) => (at === checks - 1 ? 1 : 0));
    return asked.map((_, check) => changedPart(linePart(line), (amount) => sharesAmong(amount, weights)[check] ?? 0));
  });
  const parts = Array.from({ length: checks }, (_, check) => sumOfParts(shares.flatMap((share) => share[check] ?? [])));
  return withCharges(parts, totals.charges);
}
