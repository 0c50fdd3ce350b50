export type By = 'EVENLY' | 'BY_SEAT' | 'BY_ITEM';

/** What of an order has to be known to split it. */
export interface ToSplit {
  id: string;
  number: number;
  version: number;
  lines: readonly SplitLine[];
}

export interface SplitLine {
  id: string;
  quantity: string;
  seat?: number | null;
  voidedAt?: string | null;
  names: readonly { locale: string; text: string }[];
}

/** How much a check takes of each line, in thousandths: in whole numbers, so that thirds and tenths add up. */
export type Taken = Readonly<Record<string, number>>;

export interface SplitDraft {
  by: By;
  /** EVENLY: into how many checks. */
  parts: number;
  /** BY_ITEM: what each check takes that is split off. */
  taken: readonly Taken[];
}

export const ONE = 1_000;

export const linesOf = ({ lines }: ToSplit): readonly SplitLine[] => lines.filter(({ voidedAt }) => !voidedAt);

export function seatsOf(lines: readonly SplitLine[]): number[] {
  return [...new Set(lines.flatMap(({ seat }) => seat ?? []))].sort((one, other) => one - other);
}

const thousandthsOf = (quantity: string): number => Math.round(Number(quantity) * ONE);

/** What of a line the other checks leave for one of them. */
export function leftFor(line: SplitLine, taken: readonly Taken[], check: number): number {
  return taken.reduce(
    (left, own, at) => (at === check ? left : left - (own[line.id] ?? 0)),
    thousandthsOf(line.quantity),
  );
}

/** The same with this much of a line on a check, or as much as there is. */
export function withTaken(
  taken: readonly Taken[],
  { check, line, amount }: { check: number; line: SplitLine; amount: number },
): readonly Taken[] {
  const held = Math.max(0, Math.min(amount, leftFor(line, taken, check)));
  return taken.map((own, at) => (at === check ? { ...own, [line.id]: held } : own));
}

/** Whether each check has something, and something stays. */
export function isWhole(order: ToSplit, { by, taken }: Pick<SplitDraft, 'by' | 'taken'>): boolean {
  if (by !== 'BY_ITEM') return true;
  const isLeft = linesOf(order).some((line) => leftFor(line, taken, -1) > 0);
  return isLeft && taken.every((own) => Object.values(own).some((amount) => amount > 0));
}

/** The checks as the graph is told of them, without the order itself; `idAt` is the id of each. */
export function splitInput(order: ToSplit, { by, parts, taken }: SplitDraft, idAt: (at: number) => string) {
  if (by === 'EVENLY')
    return Array.from({ length: parts - 1 }, (_, at) => ({ id: idAt(at), lines: [], seats: [] as number[] }));
  if (by === 'BY_SEAT')
    return seatsOf(linesOf(order))
      .slice(1)
      .map((seat, at) => ({ id: idAt(at), lines: [], seats: [seat] }));
  return taken.map((own, at) => ({
    ...{ id: idAt(at), seats: [] as number[] },
    lines: Object.entries(own)
      .filter(([, amount]) => amount > 0)
      .map(([lineId, amount]) => ({ lineId, quantity: String(amount / ONE) })),
  }));
}
