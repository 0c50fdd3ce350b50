import { randomUUID } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { promises } from '@mycelium/schema/subgraphs/restaurant';
import { v7 as uuidv7 } from 'uuid';
import { CashSession } from '../cash-session/cash-session.ts';
import { Channel } from '../channel.ts';
import { bumpTicket } from '../kitchen-ticket/bump-ticket.ts';
import { ticketsOfOrder } from '../kitchen-ticket/tickets-of.ts';
import { lockOrder } from '../order/find-orders.ts';
import { openOrder } from '../order/open-order.ts';
import type { Order } from '../order/order.ts';
import { discountOrder, placeOrder, serveOrder, voidOrder } from '../order/write-order.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { addLines, compLine } from '../order-line/write-lines.ts';
import { ExternalTender } from '../payment/payment.ts';
import { recordCash, recordExternal } from '../payment/record-payment.ts';
import { giveBack } from '../refund/give-back.ts';
import { askForBill, clearTable, seatTable } from '../table/serve-table.ts';
import { tablesAt } from '../table/tables-of.ts';
import { joinWaitlist } from '../waitlist/write-waitlist.ts';
import { MINUTE_MS, pick, type Shift } from './shift.ts';

/** What goes on at a location today, each so many minutes ago, as its people do it at the till and on the floor. */
export async function takeToday(shift: Shift): Promise<void> {
  const evening = await Evening.of(shift);
  await evening.payAndLeave();
  await evening.giveBackCold();
  await evening.losePatience();
  await evening.waitForBill();
  await evening.eatAndWait();
  await evening.queue();
}

interface Taken {
  minutes: number;
  lines: number;
  channel?: Channel;
  note?: string;
  tableId?: string;
  guests?: number;
}

class Evening {
  private constructor(
    private readonly shift: Shift,
    /** By their names; none where the demo has no floor. */
    private readonly tables: ReadonlyMap<string, string>,
  ) {}

  static async of(shift: Shift): Promise<Evening> {
    const { viewer } = new Evening(shift, new Map()).at(0);
    const tables = await tablesAt({ ...shift.ctx, viewer }, shift.location.id);
    return new Evening(shift, new Map(tables.map(({ id, name }) => [name, id])));
  }

  /** Guests who have paid in cash and left; their table is to be cleaned. */
  async payAndLeave(): Promise<void> {
    const tableId = this.tables.get('1');
    const { id } = await this.order({ minutes: 95, lines: 3, tableId, guests: 2 });
    await placeOrder(this.at(93), id);
    await this.serve(id, 80);
    await discountOrder(this.at(60), id, { name: 'Vecinos', percent: '10' });
    const { ctx, location } = this.shift;
    const session = await ctx.em.findOne(CashSession, { locationId: location.id, closedAt: null });
    if (!session) return;
    const cash = { id: idAt(this.at(55)), orderId: id, tip: 300, tendered: 20_000, sessionId: session.id };
    await recordCash(this.at(55), cash);
    if (tableId) await clearTable(this.at(6), tableId);
  }

  /** Something that was taken home, paid by a terminal, and given back in part. */
  async giveBackCold(): Promise<void> {
    const { id } = await this.order({ minutes: 70, lines: 2, channel: Channel.TAKEAWAY, note: 'Julia' });
    await placeOrder(this.at(69), id);
    await this.serve(id, 58);
    const { total: amount } = await lockOrder(this.at(56), id);
    await recordExternal(this.at(56), {
      ...{ id: idAt(this.at(56)), orderId: id, amount, tip: 0, captured: true },
      ...{ kind: ExternalTender.OTHER, reference: 'Terminal 2' },
    });
    const lineId = await this.firstLine(id);
    const lines = [{ lineId, quantity: '1' }];
    await giveBack(this.at(40), { id: idAt(this.at(40)), orderId: id, reason: 'Llegó frío', lines });
  }

  async losePatience(): Promise<void> {
    const { id } = await this.order({ minutes: 50, lines: 1 });
    await voidOrder(this.at(45), id, 'Se fueron sin pedir');
  }

  /** Guests who have eaten and want to pay. */
  async waitForBill(): Promise<void> {
    const tableId = this.tables.get('6');
    const { id } = await this.order({ minutes: 82, lines: 4, tableId, guests: 5 });
    await placeOrder(this.at(80), id);
    await this.serve(id, 66);
    if (tableId) await askForBill(this.at(4), tableId, true);
  }

  /** Guests for whom the kitchen is done, who wait for it, who still choose, or who have just sat down; and what is called for. */
  async eatAndWait(): Promise<void> {
    const given = await this.order({ minutes: 25, lines: 2, tableId: this.tables.get('P1'), guests: 2 });
    await placeOrder(this.at(23), given.id);
    await this.bump(given.id, 12);
    await compLine(this.at(10), await this.firstLine(given.id), 'Cumpleaños');
    const slow = await this.order({ minutes: 14, lines: 4, tableId: this.tables.get('8'), guests: 4 });
    await placeOrder(this.at(13), slow.id);
    const online = await this.order({ minutes: 9, lines: 2, channel: Channel.ONLINE, note: 'Marisol, recoge' });
    await placeOrder(this.at(8), online.id);
    const fresh = await this.order({ minutes: 5, lines: 3, tableId: this.tables.get('4'), guests: 3 });
    await placeOrder(this.at(3), fresh.id);
    await this.order({ minutes: 1, lines: 1, tableId: this.tables.get('2'), guests: 2 });
    const tableId = this.tables.get('P3');
    if (tableId) await seatTable(this.at(2), tableId, 4);
  }

  /** Parties who wait for a table, where there are any. */
  async queue(): Promise<void> {
    if (this.tables.size === 0) return;
    const { id: locationId } = this.shift.location;
    await joinWaitlist(this.at(18), { locationId, name: 'Renata', size: 6, quotedMinutes: 15 });
    await joinWaitlist(this.at(7), { locationId, name: 'Familia Ortiz', size: 4, quotedMinutes: 20 });
    await joinWaitlist(this.at(2), { locationId, name: 'Iker', size: 2, quotedMinutes: 25 });
  }

  private async order({ minutes, lines, channel = Channel.DINE_IN, ...facts }: Taken): Promise<Order> {
    const { location, offered, random } = this.shift;
    const ctx = this.at(minutes);
    const { id } = await openOrder(ctx, { id: idAt(ctx), locationId: location.id, channel, ...facts });
    const wanted = Array.from({ length: lines }, () => {
      const { item, option } = pick(offered, random);
      const modifiers = option ? [{ optionId: option.id, quantity: 1 }] : [];
      return { id: idAt(ctx), itemId: item.id, quantity: String(1 + Math.floor(random() * 2)), modifiers };
    });
    return addLines(ctx, id, wanted);
  }

  private async bump(id: string, minutes: number): Promise<void> {
    const ctx = this.at(minutes);
    for (const ticket of await ticketsOfOrder(ctx, await lockOrder(ctx, id))) await bumpTicket(ctx, ticket.id);
  }

  private async serve(id: string, minutes: number): Promise<void> {
    await this.bump(id, minutes);
    await serveOrder(this.at(minutes - 1), id);
  }

  private async firstLine(orderId: string): Promise<string> {
    const { em } = this.shift.ctx;
    return (await em.findOneOrFail(OrderLine, { orderId }, { orderBy: { position: 'asc' } })).id;
  }

  /** As somebody of the house, so many minutes ago; nobody is told. */
  private at(minutes: number): Context {
    const { ctx, location, personIds } = this.shift;
    return {
      ...ctx,
      now: () => new Date(ctx.now().getTime() - minutes * MINUTE_MS),
      publish: () => randomUUID(),
      viewer: {
        ...{
          kind: 'user',
          id: personIds[minutes % personIds.length] ?? personIds[0],
          tenantId: location.tenantId,
          role: 'MANAGER',
        },
        scopes: Object.keys(promises.permissions),
      },
    };
  }
}

const idAt = (ctx: Context) => uuidv7({ msecs: ctx.now().getTime() });
