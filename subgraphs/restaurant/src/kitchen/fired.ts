import { decimalTextOf, type Fraction, minus, plus, wholeFraction } from '../totals/fraction.ts';
import { givenDecimal } from '../totals/held.ts';

/**
 * What a kitchen is told of a line: so much more of it, so much less, other choices or another note for as much, or that it
 * is void. MOVE tells it nothing: a check was split, and what was fired of one line is now of another.
 */
export type FireKind = 'ADD' | 'LESS' | 'CHANGE' | 'VOID' | 'MOVE';

/** An entry of the kitchen's ledger, which stays as it is: what a station makes of a line is the sum of its entries. */
export interface Fire {
  lineId: string;
  stationId: string;
  kind: FireKind;
  /** A decimal number: below zero for less, 0 of a CHANGE. */
  difference: string;
  /** The dish with its choices and its note, as the station reads it. */
  says: string;
}

/** A line of an order as it is now. */
export interface KitchenLine {
  id: string;
  /** 0 of a line that is void. */
  quantity: string;
  stationIds: readonly string[];
  says: string;
  /** Of a course that waits: nothing of it is fired yet. */
  isHeld?: boolean;
}

const NOTHING = wholeFraction(0);

/**
 * What is to be fired, in this order, so that each station has what is ordered now. A line stays with the stations that have
 * something of it, wherever its dish goes since: one that was moved would be made twice.
 */
export function differencesOf(lines: readonly KitchenLine[], ledger: readonly Fire[]): Fire[] {
  return lines.flatMap((line, at) => {
    const quantity = givenDecimal(line.quantity, ['lines', at, 'quantity']);
    const stations = byStation(ledger.filter(({ lineId }) => lineId === line.id));
    const told = [...stations.keys()].filter((stationId) => firedIn(stations.get(stationId) ?? []).over > 0n);
    const stationIds = told.length > 0 ? told : line.stationIds;
    return [...new Set([...stations.keys(), ...stationIds])].flatMap((stationId) => {
      const ordered = stationIds.includes(stationId) ? quantity : NOTHING;
      return differencesAt(line, stationId, ordered, stations.get(stationId) ?? []);
    });
  });
}

function differencesAt(line: KitchenLine, stationId: string, ordered: Fraction, entries: readonly Fire[]): Fire[] {
  const fired = firedIn(entries);
  if (line.isHeld && fired.over === 0n) return [];
  const said = entries.at(-1)?.says ?? line.says;
  const entry = (kind: FireKind, difference: Fraction, says = line.says): Fire => {
    return { lineId: line.id, stationId, kind, difference: decimalTextOf(difference), says };
  };
  const difference = minus(ordered, fired);
  if (ordered.over === 0n) return fired.over === 0n ? [] : [entry('VOID', difference, said)];
  return [
    ...(fired.over > 0n && said !== line.says ? [entry('CHANGE', NOTHING)] : []),
    ...(difference.over > 0n ? [entry('ADD', difference)] : []),
    ...(difference.over < 0n ? [entry('LESS', difference)] : []),
  ];
}

/**
 * So much of a line becomes a line of its own: of what was fired as much goes with it, and no station is told. The entries
 * are those of the line that it came from, and those of both are returned.
 */
export function movedFires(entries: readonly Fire[], quantity: string, toLineId: string): Fire[] {
  const most = givenDecimal(quantity, ['quantity']);
  return [...byStation(entries).values()].flatMap((atStation) => {
    const last = atStation.at(-1);
    const fired = firedIn(atStation);
    const moved = minus(most, fired).over < 0n ? most : fired;
    if (!last || moved.over <= 0n) return [];
    return [
      { ...last, kind: 'MOVE' as const, difference: decimalTextOf(minus(NOTHING, moved)) },
      { ...last, kind: 'MOVE' as const, difference: decimalTextOf(moved), lineId: toLineId },
    ];
  });
}

/** The sum of the entries of a line at a station. */
export function firedIn(entries: readonly Pick<Fire, 'difference'>[]): Fraction {
  return entries.map(({ difference }) => signed(difference)).reduce(plus, NOTHING);
}

function byStation(entries: readonly Fire[]): Map<string, Fire[]> {
  return Map.groupBy(entries, ({ stationId }) => stationId);
}

function signed(decimal: string): Fraction {
  if (!decimal.startsWith('-')) return givenDecimal(decimal, ['difference']);
  return minus(NOTHING, givenDecimal(decimal.slice(1), ['difference']));
}
