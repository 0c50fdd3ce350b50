import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../payment/till.testing.ts';

const LOSSES = `query ($at: ID!, $day: String) { location(id: $at) { losses(businessDate: $day) { businessDate
  voids { count amount { amount } } comps { count amount { amount } } discounts { count amount { amount } }
  outside { count amount { amount currency } }
  orders { kind order { id } items reasons amount { amount } cashSession { id } }
} } }`;

interface Read {
  location: { losses: { orders: { order: { id: string } }[] } };
}

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.testing.close());

const losses = async (of?: string) =>
  (await till.manager.run<Read>(LOSSES, { at: till.floor.locationId, day: of })).location.losses;
const sum = (count: number, amount: number) => ({ count, amount: { amount } });
const voidOrder = (id: string) =>
  till.manager.run('mutation ($id: ID!) { voidOrder(id: $id, reason: "left") { id } }', { id });
const compLine = (id: string | undefined) =>
  till.manager.run('mutation ($id: ID!) { compLine(id: $id, reason: "late") { id } }', { id });

test('a day shows each void, comp and discount, whether or not a drawer was open', async () => {
  await till.ordered();
  const given = await till.ordered();
  await compLine(given.lines[0]);
  await till.manager.run('mutation ($id: ID!) { voidOrderLine(id: $id, reason: "dropped") { id } }', {
    id: given.lines[1],
  });
  const cheap = await till.ordered();
  await till.manager.run(
    'mutation ($id: ID!) { discountOrder(id: $id, discount: { name: "Friends", percent: "10" }) { id } }',
    { id: cheap.id },
  );
  const session = await till.session(await till.drawer('Front'));
  const gone = await till.ordered();
  await voidOrder(gone.id);

  const { orders, ...sums } = await losses();
  expect(sums).toEqual({
    businessDate: till.floor.businessDateNow(),
    ...{ voids: sum(3, 395 + 1245), comps: sum(1, 850), discounts: sum(2, 125) },
    outside: { count: 2, amount: { amount: 1245, currency: 'USD' } },
  });
  const [left, friends, ...rest] = orders;
  expect(left).toMatchObject({
    ...{ kind: 'VOID', order: { id: gone.id }, reasons: ['left'], amount: { amount: 1245 } },
    cashSession: { id: session },
  });
  expect(friends).toMatchObject({ kind: 'DISCOUNT', order: { id: cheap.id }, reasons: ['Friends'], cashSession: null });
  const none = { order: { id: given.id }, cashSession: null };
  expect(rest).toHaveLength(2);
  expect(rest).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...none, kind: 'COMP', reasons: ['late'], amount: { amount: 850 } }),
      expect.objectContaining({ ...none, kind: 'VOID', reasons: ['dropped'], amount: { amount: 395 } }),
    ]),
  );
});

test('what was discounted and then voided or given away counts once, also when its order is split', async () => {
  const before = await losses();
  const { id, lines } = await till.ordered();
  await till.manager.run(
    'mutation ($id: ID!) { discountLine(id: $id, discount: { name: "Friends", percent: "10" }) { id } }',
    { id: lines[0] },
  );
  await compLine(lines[0]);
  await till.manager.run('mutation ($id: ID!) { splitOrder(id: $id, by: EVENLY, parts: 3) { id } }', { id });
  const worth = ({ comps, voids, discounts }: object & Record<string, unknown>) =>
    [comps, voids, discounts].map((each) => (each as ReturnType<typeof sum>).amount.amount);
  const [compsOf = 0, voidsOf, discountsOf] = worth({ ...before });
  expect(worth({ ...(await losses()) })).toEqual([compsOf + 850, voidsOf, discountsOf]);
});

test('it is for who closes drawers, of their own locations, and of a day that there is', async () => {
  const at = till.floor.locationId;
  expect(await till.staff.refusal(LOSSES, { at })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await till.stranger.run(LOSSES, { at })).toEqual({ location: null });
  expect(await till.refused(LOSSES, { at, day: '2026-02-30' })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['businessDate'] },
  });
  expect(await losses('2026-01-01')).toMatchObject({ voids: sum(0, 0), orders: [] });
});
