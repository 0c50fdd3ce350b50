import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import { openTill, type Till } from '../payment/till.testing.ts';

const POOL = /* GraphQL */ `query ($at: ID!, $input: TipPoolInput!) { location(id: $at) { tipPool(input: $input) {
  tips { amount currency } refunded { amount } paidOut { amount } serviceCharges { amount }
  tipPool { pool { amount } weightOfAll shares { name weight exact amount { amount } } }
  serviceChargePool { pool { amount } shares { name amount { amount } } }
} } }`;

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.testing.close());

interface Members {
  pool?: number;
  members?: { name: string; minutes: number }[];
}

const [worked] = casesOf<Members, { shares: Record<string, number> }>('tips').filter(({ input }) => input.members);

test('the tips of a day are shared by minutes, to the cent, with the formula; service charges apart', async () => {
  const { pool = 0, members = [] } = worked?.input ?? {};
  const session = await till.session(await till.drawer('Tips'));
  const { id } = await till.ordered();
  const CHARGE = 'mutation ($id: ID!) { setServiceCharge(id: $id, charge: { name: "Service", percent: "10" }) { id } }';
  await till.staff.run(CHARGE, { id });
  await till.payCash(id, session, { tendered: 40_000, tip: pool + 500 });
  await till.manager.run('mutation ($input: RefundInput!) { refund(input: $input) { id } }', {
    input: { id: uuidv7(), orderId: id, tip: 500, reason: 'a slip of the pen', sessionId: session },
  });
  await till.staff.run('mutation ($input: CashMovementInput!) { tipsPaidOut(input: $input) { id } }', {
    input: { id: uuidv7(), sessionId: session, amount: 1000, reason: 'Ana' },
  });
  // Not paid, and so no charge of which anybody gets a part.
  await till.staff.run(CHARGE, { id: (await till.ordered()).id });
  const day = till.floor.businessDateNow();
  const named = members.map(({ name, minutes }) => ({ name, weight: String(minutes) }));
  const input = { from: day, to: day, by: 'MINUTES', members: named };
  const { location } = await till.manager.run<{ location: { tipPool: { tipPool: { shares: Share[] } } } }>(POOL, {
    ...{ at: till.floor.locationId, input },
  });
  expect(location.tipPool).toMatchObject({
    ...{ tips: { amount: pool + 500, currency: 'USD' }, refunded: { amount: 500 }, paidOut: { amount: 1000 } },
    ...{ serviceCharges: { amount: 125 }, serviceChargePool: { pool: { amount: 125 } } },
    tipPool: { pool: { amount: pool }, weightOfAll: '1245' },
  });
  const { shares } = location.tipPool.tipPool;
  expect(Object.fromEntries(shares.map(({ name, amount }) => [name, amount.amount]))).toEqual(worked?.expected.shares);
  expect(shares[0]).toMatchObject({ weight: '480', exact: '1000800/83' });
});

interface Share {
  name: string;
  amount: { amount: number };
}

test('without people it is what there is to share; on other days and elsewhere there is nothing', async () => {
  const day = till.floor.businessDateNow();
  const ask = (at: string, from: string, to: string) => till.manager.run(POOL, { at, input: { from, to } });
  expect(await ask(till.floor.locationId, day, day)).toMatchObject({ location: { tipPool: { tipPool: null } } });
  const nothing = { location: { tipPool: { tips: { amount: 0 }, paidOut: { amount: 0 } } } };
  expect(await ask(till.floor.locationId, '2020-01-01', '2020-12-31')).toMatchObject(nothing);
  expect(await ask(till.floor.otherLocationId, day, day)).toMatchObject(nothing);
});

test('who may not close drawers sees none; days and weights are looked at', async () => {
  const day = till.floor.businessDateNow();
  const asked = (more: object) => ({ at: till.floor.locationId, input: { from: day, to: day, ...more } });
  expect(await till.staff.refusal(POOL, asked({}))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await till.stranger.run(POOL, asked({}))).toEqual({ location: null });
  for (const [bad, path] of [
    [{ from: '2026-02-30' }, ['input', 'from']],
    [{ to: '2020-01-01' }, ['input', 'to']],
    [{ from: '2020-01-01' }, ['input', 'to']],
    [{ members: [{ name: 'Ana', weight: '-1' }] }, ['input', 'members', 0, 'weight']],
    [{ members: [{ name: '', weight: '1' }] }, ['input', 'members', 0, 'name']],
  ] as const)
    expect(await till.manager.refusal(POOL, asked(bad))).toMatchObject({ code: 'BAD_USER_INPUT', path });
  const nobody = asked({ members: [{ name: 'Ana', weight: '0' }] });
  expect(await till.manager.refusal(POOL, nobody)).toMatchObject({ reason: 'NOBODY_WORKED' });
});
