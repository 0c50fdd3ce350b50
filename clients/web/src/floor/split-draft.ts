import type { FloorOrder } from './floor.ts';

export type By = 'EVENLY' | 'BY_SEAT' | 'BY_ITEM';
export type Line = FloorOrder['lines'][number];

/** What a check would have. */
export interface DraftCheck {
  /** Of what is paid, where that is known before it is split. */
  due?: number;
  seat?: number;
  lines: readonly { line: Line; isShared: boolean }[];
}

export const linesOf = (order: FloorOrder): readonly Line[] => order.lines.filter(({ voidedAt }) => !voidedAt);

export function seatsOf(lines: readonly Line[]): number[] {
  return [...new Set(lines.flatMap(({ seat }) => seat ?? []))].sort((one, other) => one - other);
}

/** Equal parts of an amount, the first with what is left over: as the order is split. */
export function evenParts(amount: number, parts: number): number[] {
  const least = Math.floor(amount / parts);
  return Array.from({ length: parts }, (_, at) => least + (at < amount - least * parts ? 1 : 0));
}

/** What each check would have, the order itself first. */
export function checksOf(
  order: FloorOrder,
  { by, parts, taken }: { by: By; parts: number; taken: ReadonlySet<string> },
): DraftCheck[] {
  const lines = linesOf(order);
  if (by === 'EVENLY')
    return evenParts(order.totals.due.amount, parts).map((due) => ({
      due,
      lines: lines.map((line) => ({ line, isShared: true })),
    }));
  if (by === 'BY_SEAT')
    return seatsOf(lines).map((seat) => ({
      seat,
      lines: lines
        .filter((line) => line.seat == null || line.seat === seat)
        .map((line) => ({ line, isShared: line.seat == null })),
    }));
  const whole = (isTaken: boolean) =>
    lines.filter(({ id }) => taken.has(id) === isTaken).map((line) => ({ line, isShared: false }));
  return [{ lines: whole(false) }, { lines: whole(true) }];
}

/** The checks as the graph is told of them, without the order itself; `newId` makes an id for each. */
export function splitInput(checks: readonly DraftCheck[], by: By, newId: () => string) {
  return checks.slice(1).map(({ seat, lines }) => ({
    id: newId(),
    lines: by === 'BY_ITEM' ? lines.map(({ line }) => ({ lineId: line.id })) : [],
    seats: by === 'BY_SEAT' && seat !== undefined ? [seat] : [],
  }));
}
