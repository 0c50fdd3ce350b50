import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../payment/till.testing.ts';

const REFUND = /* GraphQL */ `mutation ($input: RefundInput!) {
  refund(input: $input) {
    id amount { amount currency } tip { amount } approvedBy cash { amount } reason cashSessionId
    lines { lineId quantity amount { amount } tax { amount } total { amount } } tenders { paymentId tender amount { amount } tip { amount } }
    order { money state totals { paid { amount } refunded { amount } due { amount } } refunds { id } }
  }
}`;

let till: Till;
let session: string;

beforeAll(async () => {
  till = await openTill();
  session = await till.session(await till.drawer('Front'));
});
afterAll(() => till.testing.close());

const asked = (orderId: string, more: object) => ({
  input: { id: uuidv7(), orderId, reason: 'cold', sessionId: session, ...more },
});

interface Given {
  refund: { id: string; amount: { amount: number } };
}

test('one of two tacos goes back with its tax to the cent, and all refunds are the order', async () => {
  const { id, lines } = await till.ordered();
  const paymentId = await till.payCash(id, session);
  const [tacos, agua] = lines;
  const one = await till.manager.run<Given>(REFUND, asked(id, { lines: [{ lineId: tacos }] }));
  expect(one.refund).toMatchObject({
    ...{ amount: { amount: 466, currency: 'USD' }, cash: { amount: 466 } },
    lines: [{ lineId: tacos, quantity: '1', amount: { amount: 425 }, tax: { amount: 41 }, total: { amount: 466 } }],
    tenders: [{ paymentId, tender: 'CASH', amount: { amount: 466 }, tip: { amount: 0 } }],
    order: {
      money: 'PARTLY_REFUNDED',
      state: 'PAID',
      totals: { refunded: { amount: 466 } },
      refunds: [{ id: one.refund.id }],
    },
  });
  const rest = [{ lineId: tacos }, { lineId: agua }];
  const two = await till.manager.run<Given>(REFUND, asked(id, { lines: rest }));
  expect(two.refund).toMatchObject({ amount: { amount: 897 }, order: { money: 'REFUNDED' } });
  expect(await till.refused(REFUND, asked(id, { lines: [{ lineId: agua }] }))).toMatchObject({
    ...{ reason: 'REFUND_ABOVE_SALE', left: '0', path: ['input', 'lines', 0, 'quantity'] },
  });
});

test('what a refund would give back is shown before, to the cent, and gives nothing', async () => {
  const { id, lines } = await till.ordered();
  const paymentId = await till.payCash(id, session);
  const SHARE = /* GraphQL */ `query ($id: ID!, $lines: [RefundLineInput!], $amount: MinorUnits) {
    order(id: $id) {
      money refunds { id }
      refundShare(lines: $lines, amount: $amount) {
        amount { amount currency } tax { amount } tip { amount }
        lines { lineId total { amount } } tenders { paymentId amount { amount } }
      }
    }
  }`;
  const [tacos] = lines;
  expect(await till.manager.run(SHARE, { id, lines: [{ lineId: tacos }] })).toEqual({
    order: {
      ...{ money: 'PAID', refunds: [] },
      refundShare: {
        ...{ amount: { amount: 466, currency: 'USD' }, tax: { amount: 41 }, tip: { amount: 0 } },
        ...{ lines: [{ lineId: tacos, total: { amount: 466 } }], tenders: [{ paymentId, amount: { amount: 466 } }] },
      },
    },
  });
  expect(await till.refused(SHARE, { id, lines: [{ lineId: tacos, quantity: '3' }] })).toMatchObject({
    ...{ reason: 'REFUND_ABOVE_SALE', left: '2' },
  });
  expect(await till.refused(SHARE, { id })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('it goes back to the payments it came from, the last first, and never above what is left', async () => {
  const { id } = await till.ordered();
  const cash = await till.payCash(id, session, { amount: 1000, tendered: 1000 });
  const voucher = await till.payVoucher(id, 363);
  const { refund } = await till.manager.run<Given>(REFUND, asked(id, { amount: 500 }));
  expect(refund).toMatchObject({
    ...{ cash: { amount: 137 }, order: { totals: { refunded: { amount: 500 }, due: { amount: 0 } } } },
    tenders: [
      { paymentId: voucher, tender: 'EXTERNAL', amount: { amount: 363 }, tip: { amount: 0 } },
      { paymentId: cash, tender: 'CASH', amount: { amount: 137 }, tip: { amount: 0 } },
    ],
  });
  expect(await till.refused(REFUND, asked(id, { amount: 864 }))).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', reason: 'REFUND_ABOVE_PAYMENT', left: 863, path: ['input', 'amount'] },
  });
  await till.manager.run(REFUND, asked(id, { amount: 863 }));
});

test('what is only partly paid gives back no more than was paid', async () => {
  const { id } = await till.ordered();
  await till.payVoucher(id, 300);
  expect(await till.refused(REFUND, asked(id, { amount: 301, sessionId: null }))).toMatchObject({
    ...{ reason: 'REFUND_ABOVE_PAYMENT', left: 300 },
  });
  const { refund } = await till.manager.run<Given>(REFUND, asked(id, { amount: 300, sessionId: null }));
  expect(refund).toMatchObject({ cash: { amount: 0 }, cashSessionId: null, order: { money: 'REFUNDED' } });
  const VOID = 'mutation ($id: ID!) { voidOrder(id: $id, reason: "gone") { state } }';
  expect(await till.manager.run(VOID, { id })).toEqual({ voidOrder: { state: 'VOID' } });
});

test('cash needs an open drawer, a reason is needed, and lines or an amount', async () => {
  const { id, lines } = await till.ordered();
  await till.payCash(id, session);
  expect(await till.refused(REFUND, asked(id, { amount: 5, sessionId: null }))).toMatchObject({
    ...{ reason: 'SESSION_NEEDED', cash: 5, path: ['input', 'sessionId'] },
  });
  for (const bad of [{ amount: 5, reason: ' ' }, {}, { amount: 5, lines: [{ lineId: lines[0] }] }, { amount: 0 }])
    expect(await till.refused(REFUND, asked(id, bad))).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await till.refused(REFUND, asked(id, { lines: [{ lineId: uuidv7() }] }))).toMatchObject({ reason: 'UNKNOWN' });
});

test('the same id is one refund, and twenty at once never give back too much', async () => {
  const { id } = await till.ordered();
  await till.payCash(id, session);
  const input = asked(id, { amount: 300 });
  const same = await Promise.all(Array.from({ length: 10 }, () => till.manager.run(REFUND, input)));
  expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const other = { input: { ...input.input, amount: 301 } };
  expect(await till.refused(REFUND, other)).toMatchObject({ reason: 'ID_REUSED' });
  const many = await Promise.all(
    Array.from({ length: 20 }, () => till.manager.ask(REFUND, asked(id, { amount: 600 }))),
  );
  expect(many.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('the tip goes back alone or beside the rest, from the payment that had it, and what the order is paid stays', async () => {
  const { id, lines } = await till.ordered();
  const cash = await till.payCash(id, session, { amount: 1000, tendered: 1300, tip: 200 });
  const voucher = await till.payVoucher(id, 363, { tip: 100 });
  const { refund } = await till.manager.run<Given>(REFUND, asked(id, { tip: 150 }));
  expect(refund).toMatchObject({
    ...{ amount: { amount: 0 }, tip: { amount: 150 }, cash: { amount: 50 }, lines: [] },
    tenders: [
      { paymentId: voucher, tender: 'EXTERNAL', amount: { amount: 0 }, tip: { amount: 100 } },
      { paymentId: cash, tender: 'CASH', amount: { amount: 0 }, tip: { amount: 50 } },
    ],
    order: { money: 'PAID', totals: { paid: { amount: 1363 }, refunded: { amount: 0 } } },
  });
  expect(await till.refused(REFUND, asked(id, { tip: 151 }))).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', reason: 'REFUND_ABOVE_PAYMENT', left: 150, path: ['input', 'tip'] },
  });
  const both = await till.manager.run<Given>(REFUND, asked(id, { tip: 150, lines: [{ lineId: lines[1] }] }));
  expect(both.refund).toMatchObject({
    ...{ amount: { amount: 432 }, tip: { amount: 150 }, cash: { amount: 219 }, order: { money: 'PARTLY_REFUNDED' } },
  });
});

test('who may not refund does so with the PIN of somebody who may, of which the refund says who it was', async () => {
  const { id } = await till.ordered();
  await till.payCash(id, session);
  const pins: [string, string[]][] = [
    ['2749', ['payment:refund']],
    ['1111', ['order:void']],
  ];
  for (const [pin, scopes] of pins) till.tenants.pins.set(pin, { userId: uuidv7(), name: 'Ana', scopes });
  const WITH = REFUND.replace('$input: RefundInput!', '$input: RefundInput!, $pin: String').replace(
    'refund(input: $input)',
    'refund(input: $input, pin: $pin)',
  );
  const input = asked(id, { amount: 100 });
  expect(await till.staff.refusal(WITH, { ...input, pin: '1111' })).toMatchObject({ code: 'FORBIDDEN' });
  const { refund } = await till.staff.run<Given>(WITH, { ...input, pin: '2749' });
  expect(refund).toMatchObject({ amount: { amount: 100 }, approvedBy: till.tenants.pins.get('2749')?.userId });
});

test('staff may not refund, a stranger finds no order, and the database changes no refund', async () => {
  const { id } = await till.ordered();
  await till.payCash(id, session);
  expect(await till.staff.refusal(REFUND, asked(id, { amount: 5 }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await till.stranger.refusal(REFUND, asked(id, { amount: 5 }))).toMatchObject({ code: 'NOT_FOUND' });
  const { refund } = await till.manager.run<Given>(REFUND, asked(id, { amount: 5 }));
  for (const sql of ['update restaurant.refund set cash = 0', 'delete from restaurant.refund'])
    await expect(
      till.testing.subgraph.work(({ em }) => em.execute(`${sql} where id = ?`, [refund.id])),
    ).rejects.toThrow('What is in the ledger stays as it is.');
});
