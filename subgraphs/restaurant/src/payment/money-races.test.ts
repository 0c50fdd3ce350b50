import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from './till.testing.ts';

let till: Till;
let session: string;

beforeAll(async () => {
  till = await openTill();
  session = await till.session(await till.drawer('Front'), FLOAT);
});
afterAll(() => till.testing.close());

const ROUNDS = 4;
const AT_ONCE = 3;
const FLOAT = 20_000;
const READ = `query ($at: ID!, $after: String) {
  orders(locationId: $at, first: 100, after: $after) {
    edges { node {
      progress money totals { total { amount } paid { amount } refunded { amount } due { amount } }
      payments { tender amount { amount } tip { amount } rounding { amount } }
      refunds { amount { amount } tip { amount } cash { amount } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Amount {
  amount: number;
}
interface Order {
  progress: string;
  money: string;
  totals: { total: Amount; paid: Amount; refunded: Amount; due: Amount };
  payments: { tender: string; amount: Amount; tip: Amount; rounding: Amount }[];
  refunds: { amount: Amount; tip: Amount; cash: Amount }[];
}
interface Page {
  edges: { node: Order }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const reason = 'a race';
type Ask = [query: string, variables: Record<string, unknown>];
const cash = (orderId: string, more: object): Ask => [
  'mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }',
  { input: { id: uuidv7(), orderId, sessionId: session, ...more } },
];
const voucher = (orderId: string, amount: number): Ask => [
  'mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }',
  { input: { id: uuidv7(), orderId, amount, tip: 30, kind: 'VOUCHER', reference: 'V' } },
];
const refund = (orderId: string, more: object): Ask => [
  'mutation ($input: RefundInput!) { refund(input: $input) { id } }',
  { input: { id: uuidv7(), orderId, reason, sessionId: session, ...more } },
];

type Doing = (order: { id: string; lines: string[] }) => Ask;
const place: Doing = ({ id }) => ['mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id }];

/** What tills may do with an order at the same moment. */
const doings: readonly Doing[] = [
  ({ id }) => cash(id, { tendered: 5000 }),
  ({ id }) => cash(id, { tendered: 5000, tip: 100 }),
  ({ id }) => cash(id, { tendered: 300, amount: 300 }),
  ({ id }) => voucher(id, 250),
  ({ id }) => voucher(id, 1),
  ({ id }) => refund(id, { amount: 200 }),
  ({ id }) => refund(id, { amount: 1, tip: 10 }),
  ({ id, lines: [lineId] }) => refund(id, { lines: [{ lineId }] }),
  ({ id }) => ['mutation ($id: ID!, $reason: String!) { voidOrder(id: $id, reason: $reason) { id } }', { id, reason }],
  ({ id }) => ['mutation ($id: ID!) { splitOrder(id: $id, by: EVENLY, parts: 3) { id } }', { id }],
  ({ id }) => [
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
    { id, lines: [{ id: uuidv7(), itemId: till.floor.flan }] },
  ],
  ({ lines: [, id] }) => [
    'mutation ($id: ID!, $reason: String!) { voidOrderLine(id: $id, reason: $reason) { id } }',
    { id, reason },
  ],
  ({ lines: [id] }) => [
    'mutation ($id: ID!, $reason: String!) { compLine(id: $id, reason: $reason) { id } }',
    { id, reason },
  ],
  ({ id }) => [
    'mutation ($id: ID!) { discountOrder(id: $id, discount: { name: "Friends", percent: "10" }) { id } }',
    { id },
  ],
  place,
];

test('whatever tills do with an order at once, each cent is once where it belongs', async () => {
  const answers = await race();
  expect(answers.filter((code) => !['done', 'CONFLICT', 'BAD_USER_INPUT'].includes(code))).toEqual([]);
  expect(new Set(answers)).toContain('CONFLICT');

  const orders = await readOrders();
  expect(orders.length).toBeGreaterThan(ROUNDS * AT_ONCE);
  expect(orders.filter((order) => !isRight(order))).toEqual([]);

  const { xReport } = await till.manager.run<{ xReport: { expected: Amount } }>(
    'query ($id: ID!) { xReport(sessionId: $id) { expected { amount } } }',
    { id: session },
  );
  const taken = orders.flatMap(({ payments }) => payments.filter(({ tender }) => tender === 'CASH'));
  const given = orders.flatMap(({ refunds }) => refunds);
  const inCash = sum(taken, ({ amount, tip, rounding }) => amount.amount + tip.amount + rounding.amount);
  expect(xReport.expected.amount).toBe(FLOAT + inCash - sum(given, ({ cash }) => cash.amount));
}, 60_000);

/** Answers what came of each doing: `done`, or the code of its refusal. */
async function race(): Promise<string[]> {
  const answers: string[] = [];
  // As if by chance, and the same each time.
  let state = 7;
  const any = (): Doing => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return doings[Math.floor((state / 2 ** 31) * doings.length)] ?? place;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const orders = await Promise.all(Array.from({ length: AT_ONCE }, till.ordered));
    for (const tills of [5, 5]) {
      const asked = orders.flatMap((order) => Array.from({ length: tills }, () => any()(order)));
      const results = await Promise.all(asked.map((ask) => till.manager.ask(...ask)));
      answers.push(...results.map(({ errors }) => (errors ? String(errors[0]?.extensions.code) : 'done')));
    }
  }
  return answers;
}

async function readOrders(): Promise<Order[]> {
  const found: Order[] = [];
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const { orders }: { orders: Page } = await till.manager.run<{ orders: Page }>(READ, {
      ...{ at: till.floor.locationId, after },
    });
    found.push(...orders.edges.map(({ node }) => node));
    after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : undefined;
  }
  return found;
}

function isRight({ progress, money, totals, payments, refunds }: Order): boolean {
  const paid = sum(payments, ({ amount }) => amount.amount);
  const refunded = sum(refunds, ({ amount }) => amount.amount);
  const tipsLeft = sum(payments, ({ tip }) => tip.amount) - sum(refunds, ({ tip }) => tip.amount);
  const total = totals.total.amount;
  const isSummed = totals.paid.amount === paid && totals.refunded.amount === refunded;
  const isWithin = refunded <= paid && paid <= total && tipsLeft >= 0;
  if (progress === 'VOID') return isSummed && isWithin && refunded === paid;
  return isSummed && isWithin && totals.due.amount === total - paid && money === moneyOf(total, paid, refunded);
}

function moneyOf(total: number, paid: number, refunded: number): string {
  if (refunded > 0) return refunded === paid ? 'REFUNDED' : 'PARTLY_REFUNDED';
  if (paid === total) return 'PAID';
  return paid > 0 ? 'PARTLY_PAID' : 'OPEN';
}

const sum = <Thing>(things: readonly Thing[], of: (thing: Thing) => number): number =>
  things.reduce((all, thing) => all + of(thing), 0);
