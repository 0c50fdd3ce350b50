import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { exponentOf } from '@mycelium/schema/currencies';
import type { OpenOrderInput } from '../../generated/graphql.ts';
import type { Menu } from '../menu/menu.ts';
import { itemById, unitPriceOf } from '../menu/offered.ts';
import type { Order } from '../orders/orders.ts';

type Names = readonly { locale: string; text: string }[];

/** A line of an order as a till shows it: as the server has it, or as it is on its way there. */
export interface ShownLine {
  id: string;
  names: Names;
  quantity: string;
  options: readonly { names: Names; quantity: number }[];
  seat?: number | null;
  course?: number | null;
  note?: string | null;
  /** Before discounts; of one that is on its way, by the menu. */
  gross: number;
  /** After discounts. */
  amount: number;
  isVoid: boolean;
  /** As the server has it; undefined while it is on its way. */
  known?: Order['lines'][number];
}

export interface ShownOrder {
  id: string;
  /** Undefined until the server has given one. */
  number?: number;
  channel: Order['channel'];
  /** At which its guests sit, and what that is called. */
  tableId?: string | null;
  table?: string;
  guests?: number | null;
  note?: string | null;
  progress: Order['progress'];
  money: Order['money'];
  lines: readonly ShownLine[];
  firedCourses: readonly number[];
  currency: string;
  total: number;
  due: number;
  /** Whether the server has reckoned that; else it comes of the prices of the menu. */
  isExact: boolean;
  /** How much of it has not reached the server, and whether something of that was refused. */
  waiting: number;
  isStuck: boolean;
  /** As the server has it; undefined while all of it is on its way. */
  known?: Order;
}

interface Where {
  menu: Menu | undefined;
  tables: readonly { id: string; name: string }[];
  location: { id: string; currency: string };
}

/** The orders as they are once all that waits in the outbox has reached the server. */
export function shownOrders(orders: readonly Order[], entries: readonly Entry[], where: Where): ShownOrder[] {
  const shown = new Map(orders.map((order) => [order.id, asShown(order)]));
  for (const entry of entries) {
    const id = entry.order;
    const before = entry.operation === 'openOrder' ? opened(entry, shown.get(id), where) : shown.get(id);
    if (!before) continue;
    shown.set(id, {
      ...applied(before, entry, where),
      waiting: before.waiting + 1,
      isStuck: before.isStuck || entry.state === 'REFUSED' || entry.state === 'BROKEN',
    });
  }
  return [...shown.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function asShown(order: Order): ShownOrder {
  const { id, number, channel, table, guests, note, progress, money, lines, firedCourses, currency, totals } = order;
  return {
    ...{ id, number, channel, guests, note, progress, money, firedCourses, currency },
    ...{ tableId: table?.id, table: table?.name },
    lines: lines.map((line) => ({
      ...{ id: line.id, names: line.names, quantity: line.quantity, seat: line.seat, course: line.course },
      ...{ note: line.note, gross: line.gross.amount, amount: line.amount.amount, isVoid: line.voidedAt != null },
      options: line.options.map(({ name, quantity }) => ({ names: [{ locale: '', text: name }], quantity })),
      known: line,
    })),
    ...{ total: totals.total.amount, due: totals.due.amount, isExact: true, waiting: 0, isStuck: false, known: order },
  };
}

/** An order that is on its way; one that the server has already stays as it is there. */
function opened(
  { order: id, variables }: Entry,
  known: ShownOrder | undefined,
  { location, tables }: Where,
): ShownOrder {
  if (known) return known;
  const { channel, guests, note, tableId } = (variables.input ?? {}) as OpenOrderInput;
  return {
    ...{ id, channel: channel ?? 'DINE_IN', guests, note, currency: location.currency },
    ...placed(tables, tableId),
    ...{ progress: 'DRAFT', money: 'OPEN', lines: [], firedCourses: [1], total: 0, due: 0 },
    ...{ isExact: false, waiting: 0, isStuck: false },
  };
}

/** At which table it is, as the floor was when it was last heard of. */
function placed(tables: Where['tables'], tableId: OpenOrderInput['tableId']): Pick<ShownOrder, 'tableId' | 'table'> {
  const table = tables.find(({ id }) => id === tableId);
  return { tableId: tableId == null ? undefined : String(tableId), table: table?.name };
}

function applied(order: ShownOrder, { operation, variables }: Entry, where: Where): ShownOrder {
  const { course, tableId } = variables as { course?: number; tableId?: string };
  if (operation === 'addOrderLines') return withLines(order, (variables.lines ?? []) as WantedLine[], where);
  if (operation === 'placeOrder') return order.progress === 'DRAFT' ? { ...order, progress: 'PLACED' } : order;
  if (operation === 'moveOrder') return { ...order, ...placed(where.tables, tableId) };
  if (operation === 'serveOrder') return { ...order, progress: 'SERVED' };
  if (operation === 'fireOrder' && course) return { ...order, firedCourses: [...order.firedCourses, course] };
  if (operation === 'holdCourse')
    return { ...order, firedCourses: order.firedCourses.filter((fired) => fired !== course) };
  if (operation === 'recordCash') return withCash(order, (variables.input ?? {}) as WantedCash);
  return order;
}

/** With lines that the server does not have yet. */
function withLines(order: ShownOrder, inputs: readonly WantedLine[], where: Where): ShownOrder {
  const known = new Set(order.lines.map(({ id }) => id));
  const fresh = inputs.filter(({ id }) => !known.has(id)).map((line) => shownLine(line, where));
  if (fresh.length === 0) return order;
  const more = fresh.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...order,
    ...{ lines: [...order.lines, ...fresh], total: order.total + more, due: order.due + more, isExact: false },
  };
}

/** A line as it is sent, or as it will be. */
interface WantedLine {
  id: string;
  itemId: string;
  quantity?: string | number;
  modifiers?: readonly { optionId: string; quantity?: number }[];
  seat?: number | null;
  course?: number | null;
  note?: string | null;
}

/** Cash as it is sent. */
interface WantedCash {
  amount?: number | null;
  tendered?: number;
  tip?: number | null;
}

/** A line that is on its way, or not sent yet, as the menu has it. */
export function shownLine(
  { id, itemId, quantity = 1, modifiers = [], ...facts }: WantedLine,
  { menu }: Where,
): ShownLine {
  const item = menu && itemById(menu, itemId);
  const quantities = new Map(modifiers.map((each) => [each.optionId, each.quantity ?? 1]));
  const unitPrice = menu && item ? unitPriceOf(menu, item, quantities) : 0;
  const amount = Math.round(Number(quantity) * unitPrice);
  return {
    ...{ id, ...facts, quantity: String(quantity), gross: amount, amount, isVoid: false },
    names: item?.names ?? [],
    options: modifiers.map((each) => ({
      names: menu ? optionNames(menu, each.optionId) : [],
      quantity: each.quantity ?? 1,
    })),
  };
}

function optionNames({ groups }: Menu, id: string): Names {
  return groups.flatMap(({ options }) => options).find((each) => each.id === id)?.names ?? [];
}

function withCash(order: ShownOrder, { amount, tendered = 0, tip = 0 }: WantedCash): ShownOrder {
  const paid = Math.min(order.due, amount ?? Math.max(0, tendered - (tip ?? 0)));
  const due = order.due - paid;
  return { ...order, due, money: due === 0 ? 'PAID' : 'PARTLY_PAID', isExact: false };
}

/** The amounts that are handed over most often for what is due: exactly that, and what is reached with the next coins and notes. */
export function quickAmounts(due: number, currency: string): number[] {
  if (due <= 0) return [];
  const unit = 10 ** exponentOf(currency);
  const steps = [1, 5, 10, 20, 50, 100].map((step) => step * unit);
  const reached = steps.map((step) => Math.ceil(due / step) * step);
  return [...new Set([due, ...reached])].sort((one, other) => one - other).slice(0, 5);
}
