import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from './till.testing.ts';

const FIELDS = 'status order { money totals { paid { amount } tip { amount } due { amount } } }';
const CANCEL = `mutation ($id: ID!) { cancelPayment(id: $id) { ${FIELDS} } }`;
const CAPTURE = `mutation ($id: ID!) { capturePayment(id: $id) { ${FIELDS} } }`;
const TIP = 'mutation ($id: ID!, $tip: MinorUnits!) { changeTip(paymentId: $id, tip: $tip) { version } }';
const CHANGES = 'subscription ($id: ID!) { paymentChanged(orderId: $id) { payment { status tip { amount } } } }';
const ORDER = 'query ($id: ID!) { order(id: $id) { money totals { paid { amount } } payments { status } } }';
const X = 'query ($id: ID!) { xReport(sessionId: $id) { tenders { tender count } } }';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.testing.close());

const promise = (orderId: string, more: object = {}) => till.payVoucher(orderId, 1363, { captured: false, ...more });

test('what was only promised is canceled once, and the order is open by as much again', async () => {
  const { id: orderId } = await till.ordered();
  const id = await promise(orderId, { tip: 200 });
  const open = { money: 'OPEN', totals: { paid: { amount: 0 }, tip: { amount: 0 }, due: { amount: 1363 } } };
  for (const _ of ['once', 'again'])
    expect(await till.staff.run(CANCEL, { id })).toEqual({ cancelPayment: { status: 'CANCELED', order: open } });
  const over = { code: 'CONFLICT', reason: 'NOT_AUTHORISED', state: 'CANCELED' };
  expect(await till.refused(CAPTURE, { id })).toMatchObject(over);
  expect(await till.refused(TIP, { id, tip: 1 })).toMatchObject(over);
  await expect(
    till.testing.subgraph.work(({ em }) =>
      em.execute("update restaurant.payment set status = 'AUTHORISED' where id = ?", [id]),
    ),
  ).rejects.toThrow('What is in the ledger stays as it is.');
  const another = await promise(orderId);
  expect(await till.staff.run(CAPTURE, { id: another })).toMatchObject({ capturePayment: { status: 'CAPTURED' } });
  expect(await till.refused(CANCEL, { id: another })).toMatchObject({ ...over, state: 'CAPTURED' });
  expect(await till.staff.run(ORDER, { id: orderId })).toMatchObject({
    order: { money: 'PAID', payments: [{ status: 'CANCELED' }, { status: 'CAPTURED' }] },
  });
});

test('nothing is canceled of an order of which something was given back', async () => {
  const { id: orderId } = await till.ordered();
  await till.payVoucher(orderId, 1000);
  const id = await till.payVoucher(orderId, 363, { captured: false });
  const input = { id: (await till.ordered()).id, orderId, amount: 100, reason: 'Cold', sessionId: null };
  await till.manager.run('mutation ($input: RefundInput!) { refund(input: $input) { id } }', { input });
  expect(await till.refused(CANCEL, { id })).toMatchObject({ code: 'CONFLICT', reason: 'PARTLY_REFUNDED' });
});

test('whoever follows an order hears of a promise, its tip and its end', async () => {
  const { id: orderId } = await till.ordered();
  const changes = await till.staff.follow(CHANGES, { id: orderId });
  const next = async () => (await changes.next()).value?.data?.paymentChanged.payment;
  const id = await promise(orderId);
  expect(await next()).toEqual({ status: 'AUTHORISED', tip: { amount: 0 } });
  await till.staff.run(TIP, { id, tip: 150 });
  expect(await next()).toEqual({ status: 'AUTHORISED', tip: { amount: 150 } });
  await till.staff.run(CANCEL, { id });
  expect(await next()).toEqual({ status: 'CANCELED', tip: { amount: 150 } });
  await changes.return?.();
});

test('taken and canceled at once, it is one of both, and the order says so too', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { id: orderId } = await till.ordered();
    const id = await promise(orderId);
    const answers = await Promise.all([CANCEL, CAPTURE, CANCEL, CAPTURE].map((ask) => till.staff.ask(ask, { id })));
    const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code));
    expect(new Set(codes)).toEqual(new Set(['CONFLICT']));
    const { order } = await till.staff.run<{ order: { money: string; payments: { status: string }[] } }>(ORDER, {
      id: orderId,
    });
    expect([
      ['CANCELED', 'OPEN'],
      ['CAPTURED', 'PAID'],
    ]).toContainEqual([order.payments[0]?.status, order.money]);
  }
});

test('what was canceled is in no report of its session', async () => {
  const sessionId = await till.session(await till.drawer('Promised'), 0);
  const { id: orderId } = await till.ordered();
  await till.staff.run(CANCEL, { id: await promise(orderId, { sessionId }) });
  await till.payVoucher(orderId, 1363, { sessionId });
  expect(await till.staff.run(X, { id: sessionId })).toEqual({
    xReport: { tenders: [{ tender: 'EXTERNAL', count: 1 }] },
  });
});
