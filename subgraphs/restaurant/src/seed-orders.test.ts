import { randomUUID } from 'node:crypto';
import { readDemo } from '@mycelium/database/seed';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KitchenTicket } from './kitchen-ticket/kitchen-ticket.ts';
import { explainOrder, orderTotals } from './order/explain-order.ts';
import { Order } from './order/order.ts';
import { Payment } from './payment/payment.ts';
import { Refund } from './refund/refund.ts';
import { seedRestaurant } from './seed.ts';
import { seedOrders } from './seed-orders.ts';
import { restaurant } from './subgraph.ts';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
afterAll(() => testing.close());

const SHOWN = `query ($id: ID!) {
  tables(locationId: $id) { name state }
  location(id: $id) { drawers { openSession { id } zReports { number overShort { amount } closedBy report {
    expected { amount } tenders { tender count } taxes { amount { amount } }
  } } } }
}`;

interface Shown {
  tables: { name: string; state: string }[];
  location: {
    drawers: {
      openSession: { id: string };
      zReports: { number: number; report: { tenders: { tender: string }[]; taxes: object[] } }[];
    }[];
  };
}

test('the demo has a week of orders in each of its locations, once, and every total is what its steps lead to', async () => {
  const { tenant, menu } = await readDemo('las-reinas');
  const tenantId = randomUUID();
  const { work } = testing.subgraph;
  await work((ctx) => seedRestaurant(ctx, tenantId, tenant, menu));
  const { tax } = tenant;
  if (!tax) throw new Error('Las Reinas has a tax.');
  const seed = () => work((ctx) => seedOrders(ctx, { tenantId, personIds: [randomUUID()], tax }), tenantId);
  await seed();
  const orders = await work(({ em }) => em.find(Order, { tenantId }), tenantId);
  await seed();
  await work(async (ctx) => {
    const { em } = ctx;
    expect(await em.count(Order, { tenantId })).toBe(orders.length);
    const places = Map.groupBy(orders, ({ locationId }) => locationId);
    expect(places.size).toBe(2);
    for (const own of places.values()) {
      expect(new Set(own.map(({ businessDate }) => businessDate)).size).toBeGreaterThanOrEqual(7);
      expect(new Set(own.map(({ channel }) => channel)).size).toBe(4);
      const progresses = new Set<string>(own.map(({ progress }) => progress));
      expect([...progresses].toSorted()).toEqual(['DRAFT', 'IN_KITCHEN', 'READY', 'SERVED', 'VOID']);
      const moneys = new Set<string>(own.map(({ money }) => money));
      expect(moneys).toContain('PARTLY_REFUNDED');
      const numbers = own.map(({ businessDate, number }) => `${businessDate} ${number}`);
      expect(new Set(numbers).size).toBe(own.length);
    }
    for (const order of await em.find(Order, { tenantId })) {
      const total = (await explainOrder(ctx, order)).find(({ step }) => step === 'TOTAL');
      const gone = order.progress === 'VOID';
      expect(gone ? orderTotals(order).total.amount : total?.rounded).toBe(order.total);
    }
    const payments = await em.find(Payment, { tenantId });
    expect(payments.some(({ tip }) => tip > 0)).toBe(true);
    expect(await em.count(Refund, { tenantId })).toBe(2);
    expect(await em.count(KitchenTicket, { tenantId, bumpedAt: null, voidedAt: null })).toBeGreaterThan(0);
  }, tenantId);
  const manager = testing.as(person('MANAGER', tenantId));
  for (const id of new Set(orders.map(({ locationId }) => locationId))) {
    const { tables, location } = await manager.run<Shown>(SHOWN, { id });
    const states = Object.fromEntries(tables.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ 1: 'DIRTY', 2: 'SEATED', 3: 'FREE', 4: 'ORDERED', 6: 'BILL', P3: 'SEATED' });
    const [drawer] = location.drawers;
    expect(drawer?.zReports.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(drawer?.zReports[0]).toMatchObject({ overShort: { amount: -12 }, closedBy: expect.any(String) });
    for (const { report } of drawer?.zReports ?? []) {
      expect(report.tenders.map(({ tender }) => tender)).toContain('CASH');
      expect(report.taxes).toHaveLength(1);
    }
    const X =
      'query ($id: ID!) { xReport(sessionId: $id) { tenders { tender count } voids { count } comps { count } } }';
    expect(await manager.run(X, { id: drawer?.openSession.id })).toEqual({
      xReport: { tenders: [{ tender: 'CASH', count: 1 }], voids: { count: 1 }, comps: { count: 1 } },
    });
  }
});
