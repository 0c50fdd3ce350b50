import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../payment/till.testing.ts';

const SUMS = /* GraphQL */ `
  float { amount } openingDifference { amount } cashPayments { amount } cashTips { amount } cashRefunds { amount }
  paidIn { amount } paidOut { amount } drops { amount } tipsOut { amount } expected { amount currency }
  tenders { tender kind count amount { amount } tip { amount } } taxes { name rate amount { amount } }
  refunds { count amount { amount } } refundTenders { tender kind count amount { amount } tip { amount } }
  refundTaxes { name rate amount { amount } } comps { count amount { amount } } voids { count amount { amount } }
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
    refundTenders: [{ tender: 'CASH', kind: null, count: 1, amount: { amount: 400 }, tip: { amount: 0 } }],
    refundTaxes: [{ name: 'Sales tax', rate: '0.095', amount: { amount: 35 } }],
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

test('of two drawers that are open at once, what is voided or given away is in one report', async () => {
  const first = await till.session(await till.drawer('Longest'));
  const second = await till.session(await till.drawer('Later'));
  const own = { id: uuidv7(), drawerId: await till.drawer('Ours'), float: 0 };
  await till.manager.run('mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }', {
    input: own,
  });
  const VOID_LINE = 'mutation ($id: ID!) { voidOrderLine(id: $id, reason: "dropped") { id } }';
  const { lines } = await till.ordered();
  await till.manager.run(VOID_LINE, { id: lines[1] });
  const COUNTS = 'query ($id: ID!) { xReport(sessionId: $id) { comps { count } voids { count amount { amount } } } }';
  const none = { xReport: { comps: { count: 0 }, voids: { count: 0, amount: { amount: 0 } } } };
  for (const id of [first, second]) expect(await till.staff.run(COUNTS, { id })).toEqual(none);
  expect(await till.staff.run(COUNTS, { id: own.id })).toEqual({
    xReport: { comps: { count: 0 }, voids: { count: 1, amount: { amount: 395 } } },
  });
  await close(own.id, 0);
  await till.manager.run('mutation ($id: ID!) { compLine(id: $id, reason: "late") { id } }', { id: lines[0] });
  for (const id of [first, second]) await close(id, 20_000);
  const REPORTS = 'query ($id: ID!) { cashSession(id: $id) { zReport { report { comps { count } } } } }';
  const comps = async (id: string) => till.manager.run(REPORTS, { id });
  const counted = await Promise.all([first, second].map(comps));
  expect(counted.map((each) => JSON.stringify(each).includes('"count":1'))).toContain(true);
  expect(new Set(counted.map((each) => JSON.stringify(each))).size).toBe(2);
});

test('what was given away stays in its report when its order is split', async () => {
  const id = await till.session(await till.drawer('Split'));
  const { id: order, lines } = await till.ordered();
  await till.manager.run('mutation ($id: ID!) { compLine(id: $id, reason: "regular") { id } }', { id: lines[1] });
  const COMPS = 'query ($id: ID!) { xReport(sessionId: $id) { comps { amount { amount } } } }';
  const comped = { xReport: { comps: { amount: { amount: 395 } } } };
  expect(await till.staff.run(COMPS, { id })).toEqual(comped);
  await till.staff.run('mutation ($id: ID!) { splitOrder(id: $id, by: EVENLY, parts: 3) { id } }', { id: order });
  expect(await till.staff.run(COMPS, { id })).toEqual(comped);
  await close(id, 20_000);
});

test('nobody closes while something of a till has not arrived, unless they say why; the report says whose it was', async () => {
  const id = await till.session(await till.drawer('Waiting'));
  const bar = { id: uuidv7(), name: 'Bar till', kind: 'TILL', lastSeenAt: '2026-11-30T20:00:00Z', cashWaiting: null };
  const since = '2026-11-30T19:58:00.000Z';
  till.tenants.stations.push(
    { ...bar, status: 'OFFLINE', waiting: 3, waitingSince: since, signedIn: { name: 'Ana' } },
    { ...bar, id: uuidv7(), kind: 'KITCHEN', status: 'ONLINE', waiting: 9, waitingSince: since, signedIn: null },
    { ...bar, id: uuidv7(), name: 'Patio', status: 'OFFLINE', waiting: 0, waitingSince: null, signedIn: null },
  );
  const WAITING = 'query ($id: ID!) { cashSession(id: $id) { waiting { name waiting silentSince signedIn } } }';
  const silentSince = '2026-11-30T20:00:00.000Z';
  expect(await till.staff.run(WAITING, { id })).toEqual({
    cashSession: {
      waiting: [
        { name: 'Bar till', waiting: 3, silentSince, signedIn: 'Ana' },
        { name: 'Patio', waiting: 0, silentSince, signedIn: null },
      ],
    },
  });
  expect(await till.refused(CLOSE, { id, counted: counted(20_000) })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'OUTBOX_WAITING', stations: [{ name: 'Bar till', waiting: 3, signedIn: 'Ana' }] },
  });
  const DESPITE = `mutation ($id: ID!, $counted: MoneyInput!, $despite: String) {
    closeCashSession(id: $id, counted: $counted, despite: $despite) { despite waiting { name waiting waitingSince } }
  }`;
  const wanted = { id, counted: counted(20_000) };
  expect(await till.refused(DESPITE, { ...wanted, despite: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await till.manager.run(DESPITE, { ...wanted, despite: 'The tablet fell into the fryer' })).toEqual({
    closeCashSession: {
      despite: 'The tablet fell into the fryer',
      waiting: [{ name: 'Bar till', waiting: 3, waitingSince: since }],
    },
  });
  till.tenants.stations.length = 0;
  const other = await till.session(await till.drawer('Away'));
  till.tenants.state.isAway = true;
  expect(await till.refused(CLOSE, { id: other, counted: counted(20_000) })).toMatchObject({ code: 'UNAVAILABLE' });
  const asked = { id: other, counted: counted(20_000), despite: 'Nobody can be asked' };
  expect(await till.manager.run(DESPITE, asked)).toEqual({ closeCashSession: { despite: null, waiting: [] } });
  till.tenants.state.isAway = false;
});

test('what waits at a till keeps the drawer open whose cash it is, and says whose it is', async () => {
  const [own, other] = [
    await till.session(await till.drawer('Missed')),
    await till.session(await till.drawer('Whole')),
  ];
  till.tenants.stations.push({
    ...{ id: uuidv7(), name: 'Bar till', kind: 'TILL', status: 'ONLINE', waiting: 9, signedIn: null },
    ...{ lastSeenAt: '2026-11-30T20:00:00Z', waitingSince: '2026-11-30T19:58:00Z' },
    cashWaiting: [{ sessionId: own, waiting: 2, takenBy: ['Ana', 'Beto'] }],
  });
  const refused = await till.refused(CLOSE, { id: own, counted: counted(20_000) });
  expect(refused).toMatchObject({ reason: 'OUTBOX_WAITING', stations: [{ waiting: 2, takenBy: ['Ana', 'Beto'] }] });
  const WAITING = 'query ($id: ID!) { cashSession(id: $id) { waiting { name takenBy } } }';
  const waiting = [{ name: 'Bar till', takenBy: ['Ana', 'Beto'] }];
  expect(await till.staff.run(WAITING, { id: own })).toEqual({ cashSession: { waiting } });
  expect(await till.staff.run(WAITING, { id: other })).toEqual({ cashSession: { waiting: [] } });
  expect(await close(other, 20_000)).toMatchObject({ counted: { amount: 20_000 } });
  till.tenants.stations.length = 0;
});

test('the tip of what is only promised changes until it is captured, at the latest with its session', async () => {
  const id = await till.session(await till.drawer('Promised'), 0);
  const [one, other] = await Promise.all([till.ordered(), till.ordered()]);
  const promise = { captured: false, sessionId: id };
  const first = await till.payVoucher(one.id, 1363, promise);
  const second = await till.payVoucher(other.id, 1363, promise);
  const TIP =
    'mutation ($id: ID!, $tip: MinorUnits!) { changeTip(paymentId: $id, tip: $tip) { status tip { amount } order { money totals { tip { amount } } } } }';
  const tipped = (amount: number, status = 'AUTHORISED') => ({
    ...{ status, tip: { amount }, order: { money: 'PAID', totals: { tip: { amount } } } },
  });
  expect(await till.staff.run(TIP, { id: first, tip: 300 })).toEqual({ changeTip: tipped(300) });
  expect(await till.staff.run(TIP, { id: first, tip: 250 })).toEqual({ changeTip: tipped(250) });
  expect(await till.refused(TIP, { id: first, tip: -1 })).toMatchObject({ code: 'BAD_USER_INPUT', path: ['tip'] });
  const CAPTURE = 'mutation ($id: ID!) { capturePayment(id: $id) { status } }';
  for (const _ of ['once', 'again'])
    expect(await till.staff.run(CAPTURE, { id: first })).toEqual({ capturePayment: { status: 'CAPTURED' } });
  expect(await till.refused(TIP, { id: first, tip: 1 })).toMatchObject({ reason: 'NOT_AUTHORISED', state: 'CAPTURED' });
  await till.staff.run(TIP, { id: second, tip: 100 });
  const z = await close(id, 0);
  expect(z).toMatchObject({
    report: { tenders: [{ tender: 'EXTERNAL', count: 2, amount: { amount: 2726 }, tip: { amount: 350 } }] },
  });
  expect(await till.refused(TIP, { id: second, tip: 1 })).toMatchObject({ state: 'CAPTURED' });
  for (const sql of ['update restaurant.payment set tip = 0', "update restaurant.payment set status = 'AUTHORISED'"])
    await expect(till.testing.subgraph.work(({ em }) => em.execute(`${sql} where id = ?`, [first]))).rejects.toThrow(
      'What is in the ledger stays as it is.',
    );
});

test('sessions and reports are listed by location, and one report is found by its number', async () => {
  const drawer = await till.drawer('Listed');
  const sessions: string[] = [];
  for (const float of [1000, 2000, 3000]) {
    const id = await till.session(drawer, float);
    sessions.unshift(id);
    if (float < 3000) await close(id, float);
  }
  const LIST = `query ($at: ID!, $filter: CashSessionFilter, $after: String) { location(id: $at) {
    cashSessions(first: 2, filter: $filter, after: $after) { totalCount pageInfo { endCursor } edges { node { id zReport { number } } } }
  } }`;
  interface Listed {
    location: { cashSessions: { pageInfo: { endCursor: string } } };
  }
  const at = till.floor.locationId;
  const filter = { drawerId: drawer };
  const page = await till.staff.run<Listed>(LIST, { at, filter });
  expect(page.location.cashSessions).toMatchObject({
    totalCount: 3,
    edges: [{ node: { id: sessions[0], zReport: null } }, { node: { id: sessions[1], zReport: { number: 2 } } }],
  });
  const after = page.location.cashSessions.pageInfo.endCursor;
  expect(await till.staff.run(LIST, { at, filter, after })).toMatchObject({
    location: { cashSessions: { edges: [{ node: { id: sessions[2] } }] } },
  });
  expect(await till.staff.refusal(LIST, { at, after })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await till.staff.run(LIST, { at, filter: { ...filter, open: false, to: '2020-01-01' } })).toMatchObject({
    location: { cashSessions: { totalCount: 0 } },
  });
  const bad = { ...filter, from: 'yesterday' };
  expect(await till.staff.refusal(LIST, { at, filter: bad })).toMatchObject({ path: ['filter', 'from'] });
  const ONE =
    'query ($id: ID!) { drawer(id: $id) { two: zReport(number: 2) { id number } nine: zReport(number: 9) { id } } }';
  const one = await till.manager.run<{ drawer: { two: { id: string } } }>(ONE, { id: drawer });
  expect(one).toEqual({ drawer: { two: { id: expect.any(String), number: 2 }, nine: null } });
  const Z = 'query ($at: ID!) { location(id: $at) { zReports(first: 1) { edges { node { id drawer { name } } } } } }';
  expect(await till.manager.run(Z, { at })).toEqual({
    location: { zReports: { edges: [{ node: { id: one.drawer.two.id, drawer: { name: 'Listed' } } }] } },
  });
});

test('sessions are a table too, in major units', async () => {
  const drawer = await till.drawer('=Table');
  const id = await till.session(drawer, 10_000);
  await move('paidOut', moved(id, 3500));
  await close(id, 6488);
  await till.session(drawer, 5);
  const EXPORT = `query ($at: ID!, $filter: CashSessionFilter) {
    location(id: $at) { exportCashSessions(filter: $filter) { csv hasNextPage } }
  }`;
  const { location } = await till.staff.run<{ location: { exportCashSessions: { csv: string } } }>(EXPORT, {
    ...{ at: till.floor.locationId, filter: { drawerId: drawer } },
  });
  const [head, open, counted, ...rest] = location.exportCashSessions.csv.split('\r\n');
  expect(head).toMatch(/^Drawer,Z,Business day,Opened,Closed,Currency,Float,/);
  expect(open).toMatch(/^'=Table,,[^,]+,[^,]+,,USD,0\.05$/);
  expect(counted).toMatch(
    /^'=Table,1,[^,]+,[^,]+,[^,]+,USD,100\.00,0\.00,0\.00,0\.00,0\.00,35\.00,0\.00,0\.00,65\.00,64\.88,0\.00,0\.12$/,
  );
  expect(rest).toEqual(['']);
});

test('staff may not close, and a stranger finds nothing', async () => {
  const id = await till.session(await till.drawer('Apart'));
  expect(await till.staff.refusal(CLOSE, { id, counted: counted(1) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await till.stranger.refusal(CLOSE, { id, counted: counted(1) })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await till.stranger.refusal(X, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const euros = { amount: 1, currency: 'EUR' };
  expect(await till.refused(CLOSE, { id, counted: euros })).toMatchObject({ reason: 'OTHER_CURRENCY' });
});
