import { Invalid } from '@mycelium/kit/errors';
import type { OrderLine } from '../order-line/order-line.ts';
import { decimalTextOf, type Fraction, minus, weightsOf, wholeFraction } from '../totals/fraction.ts';
import { givenDecimal } from '../totals/held.ts';
import type { CheckTotals } from '../totals/odd-cents-for.ts';
import type { OrderTotals } from '../totals/order-totals.ts';
import { sharesAmong, type Weight } from '../totals/shares.ts';
import { evenTotals, quantitiesByItem, sharedTotals } from '../totals/split.ts';
import { type Split, SplitBy } from './split-input.ts';

/** What of an order each check has, the order itself first. */
export interface CheckShare {
  totals: CheckTotals;
  /** How much of each line, as a decimal number; of none that it has not. */
  quantities: ReadonlyMap<string, string>;
}

type SoldLine = Pick<OrderLine, 'id' | 'quantity' | 'seat'>;

/** How a split shares the lines that are on an order, by how many there are to be of it. Throws Invalid where a check would have nothing. */
export function sharesOfSplit(
  totals: OrderTotals,
  lines: readonly SoldLine[],
  split: Split,
  checks: number,
): CheckShare[] {
  const shares = split.by === SplitBy.BY_ITEM ? byItem(totals, lines, split) : byWeights(totals, lines, split, checks);
  const empty = shares.findIndex(({ quantities }) => quantities.size === 0);
  if (empty >= 0)
    throw new Invalid(
      'Each check needs something, and something stays.',
      empty === 0 ? ['id'] : ['checks', empty - 1],
      {
        reason: 'EMPTY_CHECK',
      },
    );
  return shares;
}

function byItem(totals: OrderTotals, lines: readonly SoldLine[], { checks }: Split): CheckShare[] {
  const asked = checks.map((check, at) =>
    check.lines.map(({ lineId, quantity }, nth) => {
      const whole = lines.find(({ id }) => id === lineId);
      if (!whole)
        throw new Invalid('This line is not on the order.', ['checks', at, 'lines', nth, 'lineId'], {
          reason: 'UNKNOWN',
        });
      return { lineId, quantity: quantity ?? leftOf(whole, checks) };
    }),
  );
  const taken = quantitiesByItem(
    lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
    asked,
  );
  const weights = (lineId: string) => originalFirst(weightsOf(taken(lineId)));
  const each = sharedTotals(totals, checks.length + 1, weights);
  return each.map((check, at) =>
    shareOf(
      check,
      lines.map(({ id }) => [id, originalFirst(taken(id))[at] ?? wholeFraction(0)]),
    ),
  );
}

/** What other checks, which say how much, leave of a line. */
function leftOf({ id, quantity }: SoldLine, checks: Split['checks']): string {
  const named = checks.flatMap(({ lines }) => lines.filter((line) => line.lineId === id && line.quantity != null));
  const left = named.reduce(
    (rest, line) => minus(rest, givenDecimal(line.quantity ?? '0', ['checks'])),
    givenDecimal(quantity, ['id']),
  );
  return left.over > 0n ? decimalTextOf(left) : '0';
}

const originalFirst = <Each>(each: readonly Each[]): Each[] => [...each.slice(-1), ...each.slice(0, -1)];

function byWeights(totals: OrderTotals, lines: readonly SoldLine[], split: Split, checks: number): CheckShare[] {
  const weightsOfLine =
    split.by === SplitBy.EVENLY ? () => Array.from({ length: checks }, () => 1) : bySeat(lines, split);
  const byId = new Map(lines.map((line) => [line.id, weightsOfLine(line)]));
  const each =
    split.by === SplitBy.EVENLY ? evenTotals(totals, checks) : sharedTotals(totals, checks, (id) => byId.get(id) ?? []);
  const quantities = lines.map((line) => sharedQuantity(line, byId.get(line.id) ?? []));
  return each.map((check, at) =>
    shareOf(
      check,
      lines.map(({ id }, nth) => [id, quantities[nth]?.[at] ?? wholeFraction(0)]),
    ),
  );
}

/** The seats of an order, by number; each a check of its own, or as the split has put them together. */
export function seatsOf(lines: readonly SoldLine[]): number[] {
  return [...new Set(lines.flatMap(({ seat }) => seat ?? []))].sort((one, other) => one - other);
}

function bySeat(lines: readonly SoldLine[], { checks }: Split): (line: SoldLine) => number[] {
  const seats = seatsOf(lines);
  const named = checks.length > 0 ? checks.map((check) => check.seats) : seats.slice(1).map((seat) => [seat]);
  for (const [at, own] of named.entries()) {
    const isTwice = own.some((seat, nth) => own.indexOf(seat) !== nth || named.slice(0, at).flat().includes(seat));
    if (isTwice || own.some((seat) => !seats.includes(seat)))
      throw new Invalid('A seat of the order is on one check.', ['checks', at, 'seats'], { reason: 'UNKNOWN' });
  }
  const stay = seats.filter((seat) => !named.flat().includes(seat));
  const groups = [stay, ...named];
  return ({ seat }) => groups.map((group) => (seat == null ? group.length : Number(group.includes(seat))));
}

const THOUSAND = 1_000;

/** A quantity by weights, to the thousandth. Throws Invalid where there is too little for each. */
function sharedQuantity({ id, quantity }: SoldLine, weights: readonly Weight[]): Fraction[] {
  const { over, under } = givenDecimal(quantity, ['id']);
  const shares = sharesAmong(Number((over * BigInt(THOUSAND)) / under), weights);
  if (shares.some((share, at) => share === 0 && Number(weights[at]) > 0))
    throw new Invalid('There is too little of a line to share.', ['id'], { reason: 'TOO_LITTLE', lineId: id });
  return shares.map((share) => ({ over: BigInt(share), under: BigInt(THOUSAND) }));
}

function shareOf(totals: CheckTotals, quantities: readonly (readonly [string, Fraction])[]): CheckShare {
  const some = quantities.filter(([, { over }]) => over > 0n);
  const ids = new Set(some.map(([id]) => id));
  return {
    totals: { lines: totals.lines.filter(({ id }) => ids.has(id)), charges: totals.charges },
    quantities: new Map(some.map(([id, quantity]) => [id, decimalTextOf(quantity)])),
  };
}
