import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStationHouse, type PairedStation, type StationHouse } from '../../test/station-house.ts';
import { turnPinsOff } from './turn-pins-off.ts';

const SIGN = 'mutation ($pin: String!) { signWithPin(pin: $pin) { token } }';
const SET = 'mutation ($at: ID!, $pin: String!) { setPin(locationId: $at, pin: $pin) { id } }';
const RESET =
  'mutation ($of: ID!, $at: ID!) { resetPin(membershipId: $of, locationId: $at) { pin holding { offAt location { id } } } }';
const HOLDER = 'mutation ($at: ID!, $pin: String!) { pinHolder(locationId: $at, pin: $pin) { userId name scopes } }';

let house: StationHouse;
let at: string;
beforeAll(async () => {
  house = await openStationHouse();
  at = house.locations.here;
  await house.setPin(house.waiter, '4821');
  await house.setPin(house.manager, '5307', house.locations.there);
});
afterAll(() => house.testing.close());
beforeEach(forgetTries);

/** As after a quiet day: no tries are counted. */
async function forgetTries(): Promise<void> {
  await house.testing.subgraph.work(async ({ redis }) => {
    const keys = await redis.keys('mycelium:limit:*');
    if (keys.length > 0) await redis.del(...keys);
  });
}

async function refusals(station: PairedStation, pins: readonly string[]): Promise<unknown[]> {
  const found = [];
  for (const pin of pins) found.push((await station.refusal(SIGN, { pin })).reason);
  return found;
}

async function lockNotices(): Promise<number> {
  const found = await house.testing.subgraph.work(({ em }) =>
    em.execute<{ n: number }[]>(`select count(*)::int as n from tenants.notice where kind = 'pin.locked'`),
  );
  return found[0]?.n ?? 0;
}

test('what anybody would try first and what somebody has are refused alike, and few may be tried', async () => {
  const refused = [
    await house.cook.refusal(SET, { at, pin: '1234' }),
    await house.cook.refusal(SET, { at, pin: '4821' }),
  ];
  expect(refused[0]).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PIN_NOT_ALLOWED', path: ['pin'] });
  expect(refused[1]).toEqual(refused[0]);
  // At another location the same is free.
  await house.setPin(house.cook, '4821', house.locations.there);
  for (const pin of ['2222', '3333']) await house.cook.refusal(SET, { at, pin });
  expect(await house.cook.refusal(SET, { at, pin: '6138' })).toMatchObject({ code: 'RATE_LIMITED' });
});

test.each(['12', 'abcd', '\0\0\0\0', '\ud800123', '9007199254740993'])('%j is no PIN', async (pin) => {
  expect(await house.cook.refusal(SET, { at, pin })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const till = await house.pair('TILL');
  expect(await till.refusal(SIGN, { pin })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('of two who set the same PIN at once, one has it', async () => {
  const settled = await Promise.allSettled([house.cook, house.owner].map((each) => house.setPin(each, '60417')));
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a PIN is for its location, and nothing of it can be read', async () => {
  const till = await house.pair('TILL');
  expect(await till.refusal(SIGN, { pin: '5307' })).toMatchObject({ reason: 'PIN_NOT_HERE', path: ['pin'] });
  expect(await till.refusal(SIGN, { pin: '5308' })).toMatchObject({ reason: 'PIN_WRONG' });
  expect((await house.signIn(till, '4821')).userId).toBe(house.waiter.viewer.id);
  expect(await house.waiter.run('{ viewer { pins { offAt location { id } } } }')).toEqual({
    viewer: { pins: [{ offAt: null, location: { id: at } }] },
  });
  const rows = await house.testing.subgraph.work(({ em }) => em.execute('select to_jsonb(pin) from tenants.pin'));
  expect(JSON.stringify(rows)).not.toMatch(/"(4821|5307)"/);
  expect(JSON.stringify(await house.testing.audits())).not.toMatch(/"(4821|5307|5308)"/);
});

test('five wrong ones lock the station and no other, the right one too, and the managers get one notice each', async () => {
  const [till, other] = [await house.pair('TILL'), await house.pair('TILL')];
  const before = await lockNotices();
  // Many at once are no more than one after the other.
  const wrong = Array.from({ length: 12 }, (_, index) => `30${index + 10}`);
  const reasons = await Promise.all(wrong.map(async (pin) => (await till.refusal(SIGN, { pin })).reason));
  expect(reasons.filter((reason) => reason === 'PIN_WRONG')).toHaveLength(5);
  expect(reasons.filter((reason) => reason === 'PIN_LOCKED')).toHaveLength(7);
  expect(await till.refusal(SIGN, { pin: '4821' })).toMatchObject({ code: 'RATE_LIMITED', reason: 'PIN_LOCKED' });
  expect((await house.signIn(other, '4821')).name).toBe('The STAFF');
  // The owner and the manager.
  await expect.poll(lockNotices).toBe(before + 2);
  expect(await house.waiter.refusal(`mutation { unlockStation(id: "${till.id}") { id } }`)).toMatchObject({
    code: 'FORBIDDEN',
  });
  await house.manager.run(`mutation { unlockStation(id: "${till.id}") { id } }`);
  expect((await house.signIn(till, '4821')).name).toBe('The STAFF');
});

test('a right PIN in between gives no further tries', async () => {
  const till = await house.pair('TILL');
  await refusals(till, ['3001', '3002', '3003']);
  await house.signIn(till, '4821');
  expect(await refusals(till, ['3004', '3005', '3006'])).toEqual(['PIN_WRONG', 'PIN_WRONG', 'PIN_LOCKED']);
});

test('another subgraph learns whose PIN it is and what they may, at the station that asks, under the same limit', async () => {
  const till = await house.pair('TILL');
  await house.setPin(house.manager, '715293');
  const { pinHolder } = await till.run<{ pinHolder: unknown }>(HOLDER, { at, pin: '715293' });
  expect(pinHolder).toEqual({
    ...{ userId: house.manager.viewer.id, name: 'The MANAGER', scopes: house.manager.viewer.scopes },
  });
  const elsewhere = { at: house.locations.there, pin: '5307' };
  expect(await till.refusal(HOLDER, elsewhere)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await house.device.refusal(HOLDER, { at, pin: '715293' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const pin of ['3001', '3002']) await till.refusal(HOLDER, { at, pin });
  await refusals(till, ['3003', '3004', '3005']);
  expect(await till.refusal(HOLDER, { at, pin: '715293' })).toMatchObject({ reason: 'PIN_LOCKED' });
});

test('a security alert turns off the PINs of a person and signs them out, until a manager resets them', async () => {
  const till = await house.pair('TILL');
  const { token } = await house.signIn(till, '4821');
  await house.testing.subgraph.work(
    (ctx) => turnPinsOff(ctx, { userId: house.waiter.viewer.id }, house.tenantId),
    house.tenantId,
  );
  expect(await house.bearer(token)).toBeUndefined();
  expect(await till.refusal(SIGN, { pin: '4821' })).toMatchObject({ reason: 'PIN_OFF' });
  expect(await house.waiter.refusal(SET, { at, pin: '93628' })).toMatchObject({ code: 'CONFLICT', reason: 'PIN_OFF' });
  const of = house.waiter.membershipId;
  expect(await house.waiter.refusal(RESET, { of, at })).toMatchObject({ code: 'FORBIDDEN' });
  const { resetPin } = await house.manager.run<{ resetPin: { pin: string; holding: unknown } }>(RESET, { of, at });
  expect(resetPin).toEqual({ pin: expect.stringMatching(/^\d{6}$/), holding: { offAt: null, location: { id: at } } });
  expect((await house.signIn(till, resetPin.pin)).name).toBe('The STAFF');
  expect(JSON.stringify(await house.testing.audits())).not.toContain(resetPin.pin);
});

test('nobody resets the PIN of who stands above them, nor of somebody elsewhere', async () => {
  const above = { of: house.owner.membershipId, at };
  expect(await house.manager.refusal(RESET, above)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await house.owner.refusal(RESET, { of: uuidv7(), at })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await house.owner.refusal(RESET, { of: house.waiter.membershipId, at: uuidv7() })).toMatchObject({
    code: 'NOT_FOUND',
  });
});
