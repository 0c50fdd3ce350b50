import { type ComesLate, comesLate } from './comes-late.ts';
import type { Fire, Line, Ticket } from './tickets.ts';

/** A line of a ticket as a cook reads it. */
export interface Row {
  key: string;
  kind: 'ADD' | 'LESS' | 'CHANGE' | 'VOID';
  quantity: number;
  /** How much it said before some was taken off again. */
  before?: number;
  line: Line;
  note: string;
  /** Nothing of it is to be made: it was taken off since. */
  isOff: boolean;
  late?: ComesLate;
  /** The number of its check, where a ticket has lines of another one than its own. */
  check?: number;
}

/** The lines of a ticket. What went to another check is not said twice, and of what was taken off since as much is left. */
export function rowsOf(ticket: Ticket, others: readonly Ticket[]): Row[] {
  const taken = takenSince(ticket, others);
  const rows = [...Map.groupBy(ticket.fires, ({ lineId }) => lineId)].flatMap(([lineId, fires]) => {
    const line = fires.at(-1)?.line;
    return line
      ? rowsOfLine(line, fires, { taken: taken.get(lineId) ?? 0, late: comesLate(line, ticket, others) })
      : [];
  });
  const own = ticket.order.number;
  const checked = rows.map((row) => ({ ...row, check: row.line.orderNumber ?? own }));
  return checked.some(({ check }) => check !== own) ? checked : rows;
}

interface Known {
  taken: number;
  late: ComesLate | undefined;
}

function rowsOfLine(line: Line, fires: readonly Fire[], { taken, late }: Known): Row[] {
  const rows: Row[] = [];
  const sum = (kinds: readonly string[]) =>
    rounded(fires.filter(({ kind }) => kinds.includes(kind)).reduce((all, fire) => all + Number(fire.difference), 0));
  const add = (kind: Row['kind'], quantity: number, more: Partial<Row> = {}) => {
    const note = fires.findLast((fire) => fire.kind === kind || fire.kind === 'MOVE')?.note ?? '';
    rows.push({ key: `${line.id} ${kind}`, kind, quantity, line, note, isOff: false, ...more });
  };
  const isGone = line.voidedAt !== null;
  if (fires.some(({ kind }) => kind === 'CHANGE')) add('CHANGE', Number(line.quantity), { isOff: isGone });
  const told = sum(['ADD', 'MOVE']);
  if (told > 0) {
    const left = isGone ? 0 : Math.max(0, rounded(told + taken));
    add('ADD', left > 0 ? left : told, {
      isOff: left === 0,
      ...(left > 0 && left < told && { before: told }),
      // What is only on another check now was told before.
      ...(late && fires.some(({ kind }) => kind === 'ADD') && { late }),
    });
  }
  for (const kind of ['LESS', 'VOID'] as const) if (fires.some((fire) => fire.kind === kind)) add(kind, sum([kind]));
  return rows;
}

/** How much of each line later tickets took off: of the same order, or of the check on which the line is now. */
function takenSince({ id, number, order, station, firedAt }: Ticket, others: readonly Ticket[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const other of others) {
    const isLater = other.order.id === order.id ? other.number > number : other.firedAt > firedAt;
    if (other.id === id || !isLater || other.station.id !== station.id) continue;
    for (const { kind, lineId, difference } of other.fires)
      if (kind === 'LESS' || kind === 'VOID') taken.set(lineId, (taken.get(lineId) ?? 0) + Number(difference));
  }
  return taken;
}

/** A quantity has at most so many digits that a cook cares for. */
const rounded = (quantity: number): number => Number(quantity.toFixed(6));

/** The courses of an order that wait to be fired. */
export function heldCoursesOf({ lines, firedCourses }: Pick<Ticket['order'], 'lines' | 'firedCourses'>): number[] {
  const waiting = lines.flatMap(({ course, voidedAt }) => (course === null || voidedAt ? [] : course));
  return [...new Set(waiting)].filter((course) => !firedCourses.includes(course)).sort((one, other) => one - other);
}

/** How much is to be made of an item, over all tickets. */
export interface Count {
  key: string;
  name: string;
  quantity: number;
}

/** What is to be made by item, the most first. */
export function allDayOf(open: readonly Ticket[], all: readonly Ticket[]): Count[] {
  const counts = new Map<string, Count>();
  for (const ticket of open)
    for (const { kind, quantity, line, isOff } of rowsOf(ticket, all)) {
      if (kind !== 'ADD' || isOff) continue;
      const key = line.item?.id ?? line.name;
      const known = counts.get(key)?.quantity ?? 0;
      counts.set(key, { key, name: line.name, quantity: rounded(known + quantity) });
    }
  return [...counts.values()].sort((one, other) => other.quantity - one.quantity || one.name.localeCompare(other.name));
}
