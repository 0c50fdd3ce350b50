import { signedScopes, stationScopes } from '@mycelium/schema/permissions';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStationHouse, type StationHouse } from '../../test/station-house.ts';

const PAIR = 'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }';
const LIST =
  'stations { edges { node { id kind name status signedIn { userId name } location { id } waiting isSecure } } }';
const REPORT = `mutation ($waiting: Int!) {
  reportStation(input: { appVersion: "1", isSecure: false, waiting: $waiting, waitingSince: "2026-11-30T12:00:00Z" }) { status version }
}`;

let house: StationHouse;
beforeAll(async () => {
  house = await openStationHouse();
});
afterAll(() => house.testing.close());

async function waiting(kind: string): Promise<{ id: string; code: string; secret: string }> {
  const { requestPairing } = await house.device.run<{ requestPairing: { id: string; code: string; secret: string } }>(
    'mutation ($kind: PairingKind!) { requestPairing(kind: $kind) { id code secret } }',
    { kind },
  );
  return requestPairing;
}

test.each(['TILL', 'KITCHEN', 'CLOCK'] as const)(
  'the token of a %s says where it stands, and has the scopes of its kind alone',
  async (kind) => {
    const station = await house.pair(kind);
    const { viewer } = (await house.bearer(station.token)) ?? {};
    expect(viewer).toMatchObject({ kind: 'station', id: station.id, locationId: house.locations.here });
    expect(viewer?.tenantId).toBe(house.tenantId);
    expect(viewer?.scopes).toEqual(stationScopes(kind));
    expect(await station.run('{ viewer { kind user { id } station { id location { id } } } }')).toEqual({
      viewer: { kind: 'STATION', user: null, station: { id: station.id, location: { id: house.locations.here } } },
    });
    expect(await station.refusal('mutation { revokeStation(id: "x") { id } }')).toMatchObject({ code: 'FORBIDDEN' });
  },
);

test('what an operator pairs is what the device shows, at a location that there is', async () => {
  const input = { kind: 'TILL', name: 'Left', locationId: house.locations.here };
  const { code, id, secret } = await waiting('TILL');
  const asKitchen = { code, input: { ...input, kind: 'KITCHEN' } };
  expect(await house.manager.refusal(PAIR, asKitchen)).toMatchObject({ reason: 'OTHER_KIND', path: ['code'] });
  const asScreen = 'mutation ($code: String!) { pairDisplay(code: $code, input: { name: "x" }) { id } }';
  expect(await house.manager.refusal(asScreen, { code })).toMatchObject({ reason: 'OTHER_KIND' });
  for (const locationId of [uuidv7(), 'nowhere', ''])
    expect(await house.manager.refusal(PAIR, { code, input: { ...input, locationId } })).toMatchObject({
      code: 'NOT_FOUND',
    });
  const CLAIM = 'mutation ($id: ID!, $secret: String!) { claimStation(id: $id, secret: $secret) { token } }';
  expect(await house.device.run(CLAIM, { id, secret })).toEqual({ claimStation: null });
  const both = await Promise.allSettled([1, 2].map(() => house.manager.run(PAIR, { code, input })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const tokens = await Promise.all([1, 2, 3].map(() => house.device.run(CLAIM, { id, secret })));
  expect(new Set(tokens.map((each) => JSON.stringify(each))).size).toBe(1);
  const asDisplay = 'mutation ($id: ID!, $secret: String!) { claimPairing(id: $id, secret: $secret) { token } }';
  expect(await house.device.refusal(asDisplay, { id, secret })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a screen may say where it hangs, and need not', async () => {
  const SCREEN = `mutation ($code: String!, $at: ID) { pairDisplay(code: $code, input: { name: "Door", locationId: $at }) { location { id } } }`;
  const [one, other, third] = [await waiting('SCREEN'), await waiting('SCREEN'), await waiting('SCREEN')];
  const at = house.locations.there;
  expect(await house.manager.run(SCREEN, { code: one.code, at })).toEqual({ pairDisplay: { location: { id: at } } });
  expect(await house.manager.run(SCREEN, { code: other.code })).toEqual({ pairDisplay: { location: null } });
  expect(await house.manager.refusal(SCREEN, { code: third.code, at: uuidv7() })).toMatchObject({ code: 'NOT_FOUND' });
});

test('who is signed in has a token of their own, may what both role and station may, and is one at a time', async () => {
  const till = await house.pair('TILL');
  await house.setPin(house.waiter, '4821');
  await house.setPin(house.cook, '739164');
  const waiter = await house.signIn(till, '4821');
  expect(waiter).toMatchObject({ userId: house.waiter.viewer.id, name: 'The STAFF', idleSeconds: 300 });
  expect(waiter.scopes).toEqual(signedScopes('TILL', 'STAFF'));
  const signed = await house.bearer(waiter.token);
  expect(signed?.viewer).toMatchObject({ kind: 'station', id: till.id, personId: house.waiter.viewer.id });
  expect(signed?.viewer.scopes).toEqual(signedScopes('TILL', 'STAFF'));
  const shown = async () => {
    const { stations } = await house.manager.ofTenant<{
      stations: { edges: { node: { id: string; signedIn: unknown } }[] };
    }>(LIST);
    return stations.edges.find(({ node }) => node.id === till.id)?.node.signedIn;
  };
  expect(await shown()).toEqual({ userId: house.waiter.viewer.id, name: 'The STAFF' });

  const cook = await house.signIn(till, '739164');
  expect(await house.bearer(waiter.token)).toBeUndefined();
  expect(await shown()).toMatchObject({ name: 'The KITCHEN' });
  await (await house.bearer(cook.token))?.run('mutation { leaveStation { id } }');
  expect(await house.bearer(cook.token)).toBeUndefined();
  expect(await shown()).toBeNull();
  expect(await house.bearer(till.token)).toBeDefined();

  const both = await Promise.all(['4821', '739164'].map((pin) => house.signIn(till, pin)));
  const there = await Promise.all(both.map(({ token }) => house.bearer(token)));
  expect(there.filter(Boolean)).toHaveLength(1);
});

test('a PIN opens nothing but the station: no session, no account, no other tenant', async () => {
  const till = await house.pair('TILL');
  await house.setPin(house.owner, '80523');
  const owner = await house.bearer((await house.signIn(till, '80523')).token);
  for (const action of [
    `switchTenant(tenantId: "${house.tenantId}") { accessToken }`,
    'changePassword(current: "gently down the stream", next: "merrily merrily merrily")',
    `setPin(locationId: "${house.locations.here}", pin: "90210") { id }`,
    'revokeOtherSessions',
    `revokeStation(id: "${till.id}") { id }`,
  ])
    expect(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']).toContain(
      (await owner?.refusal(`mutation { ${action} }`))?.code,
    );
});

test('who does nothing for five minutes is signed out, and each use moves that on', async () => {
  const till = await house.pair('TILL');
  const { token } = await house.signIn(till, '4821');
  const lastUsed = (ago: string) =>
    house.testing.subgraph.work(({ em }) =>
      em.execute(`update tenants.signing set last_used_at = now() - ?::interval where ended_at is null`, [ago]),
    );
  await lastUsed('295 seconds');
  expect(await house.bearer(token)).toBeDefined();
  await lastUsed('4 seconds');
  expect(await house.bearer(token)).toBeDefined();
  await lastUsed('301 seconds');
  expect(await house.bearer(token)).toBeUndefined();
});

test('who loses their role or leaves is signed out at once', async () => {
  const till = await house.pair('TILL');
  const { token } = await house.signIn(till, '739164');
  await house.owner.run('mutation ($id: ID!) { removeMember(id: $id) }', { id: house.cook.membershipId });
  expect(await house.bearer(token)).toBeUndefined();
  expect(await till.refusal('mutation { signWithPin(pin: "739164") { token } }')).toMatchObject({
    reason: 'PIN_WRONG',
  });
});

test('a revoked station is refused, and so is who is signed in there', async () => {
  const till = await house.pair('TILL');
  const { token } = await house.signIn(till, '4821');
  await house.manager.run('mutation ($id: ID!) { revokeStation(id: $id) { revokedAt } }', { id: till.id });
  expect(await house.bearer(till.token)).toBeUndefined();
  expect(await house.bearer(token)).toBeUndefined();
  // What was let in a moment before is refused all the same.
  expect(await till.refusal('mutation { signWithPin(pin: "4821") { token } }')).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await till.refusal(REPORT, { waiting: 0 })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a station says what waits there; that leaves the version of its name', async () => {
  const till = await house.pair('TILL');
  const changes = await house.manager.follow(
    'subscription ($t: ID!) { stationChanged(tenantId: $t) { station { id status waiting isSecure } } }',
    { t: house.tenantId },
  );
  const next = changes.next();
  expect(await till.run(REPORT, { waiting: 3 })).toEqual({ reportStation: { status: 'ONLINE', version: 1 } });
  expect((await next).value.data.stationChanged.station).toEqual({
    ...{ id: till.id, status: 'ONLINE', waiting: 3, isSecure: false },
  });
  await changes.return?.();
  const RENAME =
    'mutation ($id: ID!, $v: Int!) { updateStation(id: $id, input: { version: $v, name: "Bar" }) { name } }';
  expect(await house.manager.run(RENAME, { id: till.id, v: 1 })).toEqual({ updateStation: { name: 'Bar' } });
  expect(await house.manager.refusal(RENAME, { id: till.id, v: 1 })).toMatchObject({ code: 'CONFLICT' });
  expect(await till.refusal(REPORT, { waiting: -1 })).toMatchObject({ code: 'BAD_USER_INPUT' });

  const CASH = `mutation ($cash: [CashWaitingInput!]) {
    reportStation(input: { appVersion: "1", isSecure: true, waiting: 2, cashWaiting: $cash }) { cashWaiting { sessionId waiting takenBy } }
  }`;
  const cash = [{ sessionId: uuidv7(), waiting: 2, takenBy: ['Ana'] }];
  expect(await till.run(CASH, { cash })).toEqual({ reportStation: { cashWaiting: cash } });
  expect(await till.run(CASH, {})).toEqual({ reportStation: { cashWaiting: null } });
  for (const wrong of [{ sessionId: 'bar' }, { waiting: 0 }, { takenBy: [' '] }, { takenBy: ['A\0na'] }])
    expect(await till.refusal(CASH, { cash: [{ ...cash[0], ...wrong }] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the log says which station it was, and who', async () => {
  const till = await house.pair('TILL');
  const signed = await house.bearer((await house.signIn(till, '4821')).token);
  await signed?.run('mutation { leaveStation { id } }');
  const ofTill = async () => {
    const entries = await house.owner.ofTenant<{
      auditEntries: { edges: { node: { action: string; actor: Record<string, unknown>; nounId: string | null } }[] };
    }>('auditEntries(first: 50) { edges { node { action nounId actor { kind id name personId personName } } } }');
    return entries.auditEntries.edges.map(({ node }) => node).filter(({ actor }) => actor.id === till.id);
  };
  const actor = {
    ...{ kind: 'station', id: till.id, name: 'A TILL' },
    ...{ personId: house.waiter.viewer.id, personName: 'The STAFF' },
  };
  await expect
    .poll(ofTill)
    .toEqual(['leaveStation', 'signWithPin'].map((action) => expect.objectContaining({ action, actor })));
});
