import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../payment/till.testing.ts';

const SUMS = /* GraphQL */ `
  float { amount } openingDifference { amount } cashPayments { amount } cashTips { amount } cashRefunds { amount }
  paidIn { amount } paidOut { amount } drops { amount } tipsOut { amount } expected { amount currency }
  tenders { tender kind count amount { amount } tip { amount } } taxes { name rate amount { amount } }
  refunds { count amount { amount } } comps { count amount { amount } } voids { count amount { amount } }
`;
const X = `query ($id: ID!) { xReport(sessionId: $id) { ${SUMS} } }`;
const CLOSE = `mutation ($id: ID!, $counted: MoneyInput!) {
  closeCashSession(id: $id, counted: $counted) {
    id number expected { amount } counted { amount } overShort { amount } session { id closedAt } report { ${SUMS} }
  }
}`;

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.testing.close());

const move = (kind: string, input: object) =>
  till.staff.run(`mutation ($input: CashMovementInput!) { ${kind}(input: $input) { id kind amount { amount } } }`, {
    input,
  });
const moved = (sessionId: string, amount: number) => ({ id: uuidv7(), sessionId, amount, reason: 'change' });
const counted = (amount: number) => ({ amount, currency: 'USD' });

interface Closed {
  closeCashSession: { id: string; number: number };
}
const close = (id: string, amount: number) =>
  till.manager.run<Closed>(CLOSE, { id, counted: counted(amount) }).then((answer) => answer.closeCashSession);

test('a day of a drawer: what went through it, what should be in it, and twelve cents short', async () => {
  const id = await till.session(await till.drawer('Day'));
  const { id: paid } = await till.ordered();
  await till.payCash(paid, id, { tip: 200 });
  const { id: shared } = await till.ordered();
  await till.payCash(shared, id, { amount: 1000, tendered: 1000 });
  await till.payVoucher(shared, 363, { sessionId: id });
  await till.manager.run('mutation ($input: RefundInput!) { refund(input: $input) { id } }', {
    input: { id: uuidv7(), orderId: paid, amount: 400, reason: 'cold', sessionId: id },
  });
  const { lines } = await till.ordered();
  await till.manager.run('mutation ($id: ID!) { compLine(id: $id, reason: "regular") { id } }', { id: lines[0] });
  const { id: gone } = await till.ordered();
  await till.manager.run('mutation ($id: ID!) { voidOrder(id: $id, reason: "left") { id } }', { id: gone });
  await move('paidIn', moved(id, 1000));
  await move('paidOut', moved(id, 3500));
  await move('drop', moved(id, 10_000));
  await move('tipsPaidOut', moved(id, 150));

  const expected = 20_000 + 1363 + 200 + 1000 - 400 + 1000 - 3500 - 10_000 - 150;
  const report = {
    ...{
      float: { amount: 20_000 },
      openingDifference: null,
      cashPayments: { amount: 2363 },
      cashTips: { amount: 200 },
    },
    ...{ cashRefunds: { amount: 400 }, paidIn: { amount: 1000 }, paidOut: { amount: 3500 }, drops: { amount: 10_000 } },
    ...{ tipsOut: { amount: 150 }, expected: { amount: expected, currency: 'USD' } },
    tenders: [
      { tender: 'CASH', kind: null, count: 2, amount: { amount: 2363 }, tip: { amount: 200 } },
      { tender: 'EXTERNAL', kind: 'VOUCHER', count: 1, amount: { amount: 363 }, tip: { amount: 0 } },
    ],
    taxes: [{ name: 'Sales tax', rate: '0.095', amount: { amount: 236 } }],
    ...{ refunds: { count: 1, amount: { amount: 400 } }, comps: { count: 1, amount: { amount: 850 } } },
    voids: { count: 2, amount: { amount: 1245 } },
  };
  expect(await till.staff.run(X, { id })).toEqual({ xReport: report });
  expect(await close(id, expected - 12)).toMatchObject({
    ...{ number: 1, expected: { amount: expected }, overShort: { amount: -12 }, report },
    session: { id, closedAt: expect.any(String) },
  });
});

test('a report has the next number of its drawer, and the next opening is compared with what was counted', async () => {
  const drawer = await till.drawer('Numbers');
  const first = await till.session(drawer, 10_000);
  expect(await close(first, 10_000)).toMatchObject({ number: 1, report: { openingDifference: null } });
  const second = await till.session(drawer, 8000);
  const { id } = await till.ordered();
  await till.payCash(id, second);
  expect(await close(second, 9363)).toMatchObject({
    ...{ number: 2, overShort: { amount: 0 }, report: { openingDifference: { amount: -2000 } } },
  });
});

test('closing twice with one amount is one report; with another it is refused, and nothing more is paid in', async () => {
  const id = await till.session(await till.drawer('Twice'));
  const same = await Promise.all(Array.from({ length: 10 }, () => close(id, 20_000)));
  expect(new Set(same.map((report) => report.id)).size).toBe(1);
  expect(await till.refused(CLOSE, { id, counted: counted(1) })).toMatchObject({ reason: 'SESSION_CLOSED' });
  expect(await till.refused(X, { id })).toMatchObject({ reason: 'SESSION_CLOSED' });
  const order = await till.ordered();
  const late = { id: uuidv7(), orderId: order.id, tendered: 2000, sessionId: id };
  expect(
    await till.refused('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }', { input: late }),
  ).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'SESSION_CLOSED' },
  });
  const PAID_IN = 'mutation ($input: CashMovementInput!) { paidIn(input: $input) { id } }';
  expect(await till.refused(PAID_IN, { input: moved(id, 5) })).toMatchObject({ reason: 'SESSION_CLOSED' });
});

test('payments that come while it is closed are in the report or refused, each once', async () => {
  const id = await till.session(await till.drawer('Rush'), 0);
  const orders = await Promise.all(Array.from({ length: 8 }, () => till.ordered()));
  const pay = 'mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }';
  const [closed, ...paid] = await Promise.all([
    till.manager.run<{ closeCashSession: { expected: { amount: number } } }>(CLOSE, { id, counted: counted(0) }),
    ...orders.map((order) =>
      till.staff.ask(pay, { input: { id: uuidv7(), orderId: order.id, tendered: 1363, sessionId: id } }),
    ),
  ]);
  const taken = paid.filter(({ errors }) => !errors).length;
  expect(closed.closeCashSession.expected.amount).toBe(taken * 1363);
});

test('a movement is once, needs a reason, and stays; a report too', async () => {
  const id = await till.session(await till.drawer('Ledger'));
  const input = moved(id, 500);
  const first = await move('paidIn', input);
  expect(await move('paidIn', input)).toEqual(first);
  const DROP = 'mutation ($input: CashMovementInput!) { drop(input: $input) { id } }';
  expect(await till.refused(DROP, { input })).toMatchObject({ reason: 'ID_REUSED' });
  expect(await till.refused(DROP, { input: { ...moved(id, 5), reason: '' } })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['input', 'reason'] },
  });
  const z = await close(id, 20_500);
  for (const [sql, which] of [
    ['update restaurant.cash_movement set amount = 1', input.id],
    ['delete from restaurant.cash_movement', input.id],
    ['update restaurant.z_report set counted = 1', z.id],
    ['delete from restaurant.z_report', z.id],
  ])
    await expect(till.testing.subgraph.work(({ em }) => em.execute(`${sql} where id = ?`, [which]))).rejects.toThrow(
      'What is in the ledger stays as it is.',
    );
});

test('staff may not close, and a stranger finds nothing', async () => {
  const id = await till.session(await till.drawer('Apart'));
  expect(await till.staff.refusal(CLOSE, { id, counted: counted(1) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await till.stranger.refusal(CLOSE, { id, counted: counted(1) })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await till.stranger.refusal(X, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const euros = { amount: 1, currency: 'EUR' };
  expect(await till.refused(CLOSE, { id, counted: euros })).toMatchObject({ reason: 'OTHER_CURRENCY' });
});
