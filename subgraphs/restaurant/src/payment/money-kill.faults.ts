import { fork } from 'node:child_process';
import { once } from 'node:events';
import { testSecret } from '@mycelium/database/testing';
import type { TestViewer } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Doom } from './doomed-till.testing.ts';
import { openTill, type Till } from './till.testing.ts';

let till: Till;
let session: string;
let admin: Client;
let redis: Redis;

beforeAll(async () => {
  till = await openTill();
  session = await till.session(await till.drawer('Front'));
  await till.manager.run(
    'mutation ($at: ID!) { createKitchenStation(input: { locationId: $at, name: "Comal" }) { id } }',
    {
      at: till.floor.locationId,
    },
  );
  admin = new Client({ connectionString: till.testing.databaseUrl });
  await admin.connect();
  redis = new Redis(till.testing.redisUrl);
});
afterAll(async () => {
  redis?.disconnect();
  await admin?.end();
  await till?.testing.close();
});

interface Asked {
  query: string;
  variables: Record<string, unknown>;
}

/** Has a process of its own do this, which is killed right after a statement that says so. */
async function killAfter(after: string, { viewer }: TestViewer, asked: Asked): Promise<void> {
  const { databaseUrl, redisUrl } = till.testing;
  const doom: Doom = { ...asked, after, viewer, databaseUrl, redisUrl, secret: testSecret };
  const child = fork(new URL('./doomed-till.testing.ts', import.meta.url), [JSON.stringify(doom)], {
    execArgv: ['--import', '@mycelium/database/typescript'],
  });
  const [, signal] = await once(child, 'exit');
  expect([after, signal]).toEqual([after, 'SIGKILL']);
}

async function countOf(table: string, orderId: string): Promise<number> {
  const { rows } = await admin.query(`select count(*)::int as n from restaurant.${table} where order_id = $1`, [
    orderId,
  ]);
  return rows[0].n;
}

/** How often something was told of an order. */
async function told(type: string, orderId: string): Promise<number> {
  const entries = await redis.xrange(`mycelium:feed:${till.floor.tenantId}`, '-', '+');
  const events = entries.map(([, [, event = '']]) => JSON.parse(event));
  return events.filter((event) => event.type === type && event.payload.orderId === orderId).length;
}

interface Step {
  name: string;
  /** Made before: an order as the step finds it. */
  ready: () => Promise<string>;
  asked: (orderId: string) => Asked;
  as: () => TestViewer;
  /** It is killed right after the first statement with each of these. */
  lines: readonly string[];
  /** Where it writes a row of its own. */
  table?: string;
  type: string;
  /** How often that is told of the order; once unless given. */
  tells?: number;
  /** How many rows of the kitchen the order has in the end. */
  kitchen?: { tickets: number; fires: number };
  /** What the order says then. */
  order: object;
}

const placed = async () => (await till.ordered()).id;
async function paid(): Promise<string> {
  const id = await placed();
  await till.payCash(id, session);
  return id;
}

/** Placed, with something more on it that the kitchen was not told of. */
async function grown(): Promise<string> {
  const id = await placed();
  await till.staff.run('mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id });
  await till.staff.run(
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
    { id, lines: [{ id: uuidv7(), itemId: till.floor.flan }] },
  );
  return id;
}

const steps: Step[] = [
  {
    ...{ name: 'a payment', ready: placed, as: () => till.staff, table: 'payment', type: 'payment.captured' },
    asked: (orderId) => ({
      query: 'mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }',
      variables: { input: { id: uuidv7(), orderId, tendered: 2000, tip: 100, sessionId: session } },
    }),
    lines: ['insert into "restaurant"."payment"', 'update "restaurant"."order"', 'commit'],
    order: { money: 'PAID', totals: { paid: { amount: 1363 }, refunded: { amount: 0 }, tip: { amount: 100 } } },
  },
  {
    ...{ name: 'a refund', ready: paid, as: () => till.manager, table: 'refund', type: 'order.refunded' },
    asked: (orderId) => ({
      query: 'mutation ($input: RefundInput!) { refund(input: $input) { id } }',
      variables: { input: { id: uuidv7(), orderId, amount: 363, reason: 'cold', sessionId: session } },
    }),
    lines: ['insert into "restaurant"."refund"', 'update "restaurant"."order"', 'commit'],
    order: {
      money: 'PARTLY_REFUNDED',
      totals: { paid: { amount: 1363 }, refunded: { amount: 363 }, tip: { amount: 0 } },
    },
  },
  {
    ...{
      name: 'a placement',
      ready: placed,
      as: () => till.staff,
      type: 'order.placed',
      kitchen: { tickets: 1, fires: 2 },
    },
    asked: (id) => ({ query: 'mutation ($id: ID!) { placeOrder(id: $id) { id } }', variables: { id } }),
    lines: ['insert into "restaurant"."kitchen_ticket"', 'insert into "restaurant"."kitchen_fire"', 'commit'],
    order: { money: 'OPEN', totals: { paid: { amount: 0 }, refunded: { amount: 0 }, tip: { amount: 0 } } },
  },
  {
    ...{ name: 'a fire', ready: grown, as: () => till.staff, kitchen: { tickets: 2, fires: 3 } },
    // Each time that lines were added, and when they were fired.
    ...{ type: 'order.updated', tells: 3 },
    asked: (id) => ({ query: 'mutation ($id: ID!) { fireOrder(id: $id) { id } }', variables: { id } }),
    lines: ['insert into "restaurant"."kitchen_fire"', 'commit'],
    order: { money: 'OPEN', totals: { paid: { amount: 0 }, refunded: { amount: 0 }, tip: { amount: 0 } } },
  },
];

test.each(steps)(
  '$name that is killed between two lines is there once after it is asked for again, and told once',
  async ({ ready, asked, as, lines, table, type, tells = 1, kitchen, order }) => {
    await Promise.all(
      lines.map(async (line) => {
        const id = await ready();
        const question = asked(id);
        await killAfter(line, as(), question);
        // A till that got no answer asks again, and once more.
        for (const _ of ['again', 'and again']) await as().run(question.query, question.variables);
        if (table) expect([line, await countOf(table, id)]).toEqual([line, 1]);
        const { tickets, fires } = kitchen ?? { tickets: 0, fires: 0 };
        expect([line, await countOf('kitchen_ticket', id)]).toEqual([line, tickets]);
        expect([line, await countOf('kitchen_fire', id)]).toEqual([line, fires]);
        const READ =
          'query ($id: ID!) { order(id: $id) { money totals { paid { amount } refunded { amount } tip { amount } } } }';
        expect(await as().run(READ, { id })).toEqual({ order });
        await vi.waitFor(async () => expect(await told(type, id)).toBeGreaterThanOrEqual(tells), {
          timeout: 20_000,
          interval: 50,
        });
        expect([line, await told(type, id)]).toEqual([line, tells]);
      }),
    );
  },
  60_000,
);
