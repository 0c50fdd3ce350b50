import { Invalid } from '@mycelium/kit/errors';
import { type Fraction, minus, plus, textOf, wholeFraction } from './fraction.ts';
import { given, givenDecimal, held, type Place } from './held.ts';
import { type Column, changedPart, inColumn, type LinePart, type Part } from './part.ts';
import { rounded } from './rounding.ts';
import { sharesAmong } from './shares.ts';

/** A line as it was sold: its part of the order, and how much of it. */
export interface Sold extends LinePart {
  quantity: string;
}

/** What a refund gives back of a line. Where only an amount is refunded, its quantity is 0. */
export type Refunded = Sold;

interface Asked {
  lineId: string;
  quantity: string;
}

/**
 * What is given back for a quantity of each line: in every column the part of all that came back until now, less what was
 * given for it before, so that all refunds of a line are the line. Never more than refunds of mere amounts have left.
 */
export function refundLines(sold: readonly Sold[], before: readonly Refunded[], asked: readonly Asked[]): Refunded[] {
  if (new Set(asked.map(({ lineId }) => lineId)).size < asked.length)
    throw new Invalid('A line is in a refund once.', ['lines'], { reason: 'LINE_TWICE' });
  return asked.map((wanted, at) => {
    const line = sold.find(({ lineId }) => lineId === wanted.lineId);
    if (!line) throw new Invalid('This line is not on the order.', ['lines', at, 'lineId'], { reason: 'UNKNOWN' });
    const ofLine = before.filter(({ lineId }) => lineId === line.lineId);
    return refundLine(line, ofLine, wanted.quantity, ['lines', at, 'quantity']);
  });
}

function refundLine(line: Sold, before: readonly Refunded[], quantity: string, place: Place): Refunded {
  const all = givenDecimal(line.quantity, place);
  const came = before.map((each) => givenDecimal(each.quantity, place)).reduce(plus, wholeFraction(0));
  const now = givenDecimal(quantity, place);
  const until = plus(came, now);
  if (now.over === 0n || minus(all, until).over < 0n)
    throw new Invalid('There is not so much of this line to refund.', place, {
      reason: 'REFUND_ABOVE_SALE',
      left: textOf(minus(all, came)),
    });
  const forQuantity = before.filter((each) => givenDecimal(each.quantity, place).over > 0n);
  const part = changedPart(line, (amount, column) =>
    Math.min(portionOf(amount, until, all) - inAll(forQuantity, column), amount - inAll(before, column)),
  );
  return { lineId: line.lineId, quantity, ...part };
}

/** What an amount gives back: of everything that is left the same part, with its taxes. */
export function refundAmount(sold: readonly Sold[], before: readonly Refunded[], amount: number): Refunded[] {
  const asked = given(amount, ['amount']);
  const left = leftToRefund(sold, before);
  const totals = left.map(({ total }) => total);
  const most = totals.reduce((sum, total) => held(sum + total, ['lines']), 0);
  if (asked === 0 || asked > most)
    throw new Invalid('There is not so much to refund.', ['amount'], { reason: 'REFUND_ABOVE_PAYMENT', left: most });
  const shares = sharesAmong(asked, totals);
  return left
    .map((line, at) => ({ lineId: line.lineId, quantity: '0', ...partWorth(line, shares[at] ?? 0) }))
    .filter(({ total }) => total > 0);
}

/** What is left of each line after the refunds before. */
export function leftToRefund(sold: readonly Sold[], before: readonly Refunded[]): LinePart[] {
  return sold.map((line) => {
    const ofLine = before.filter(({ lineId }) => lineId === line.lineId);
    return { lineId: line.lineId, ...changedPart(line, (amount, column) => amount - inAll(ofLine, column)) };
  });
}

/** A part of a part, for which so much is paid: by its columns that are paid for, and of the included taxes as of the amount. */
function partWorth(part: Part, total: number): Part {
  const columns: Column[] = ['amount', 'serviceCharge', ...part.taxes.filter(({ inclusive }) => !inclusive)];
  const shares = sharesAmong(
    total,
    columns.map((column) => inColumn(part, column)),
  );
  const [ofAmount = 0] = shares;
  return changedPart(part, (amount, column) => {
    const paid = columns.indexOf(column);
    if (paid >= 0) return shares[paid] ?? 0;
    return ofAmount === 0 ? 0 : portionOf(amount, wholeFraction(ofAmount), wholeFraction(part.amount));
  });
}

function portionOf(amount: number, part: Fraction, whole: Fraction): number {
  const exact = { over: BigInt(amount) * part.over * whole.under, under: part.under * whole.over };
  return held(rounded(exact, 'HALF_UP'), ['lines']);
}

function inAll(refunds: readonly Refunded[], column: Column): number {
  return refunds.reduce((sum, refund) => sum + inColumn(refund, column), 0);
}
