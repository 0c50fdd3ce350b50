import { openMailbox } from '@mycelium/mailbox/mailbox';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { inOneProcess } from './network.ts';

const LOOK = `{ viewer { id tenant { restaurants { locations { id } } menus { sections { items {
  id available modifierGroups { id } dayParts { id }
} } } } } }`;
const VOID =
  'mutation ($id: ID!, $pin: String) { voidOrder(id: $id, reason: "walked out", pin: $pin) { state approvedBy } }';

interface Found {
  viewer: {
    id: string;
    tenant: {
      restaurants: { locations: { id: string }[] }[];
      menus: { sections: { items: { id: string; available: boolean; modifierGroups: []; dayParts: [] }[] }[] }[];
    };
  };
}

let network: Awaited<ReturnType<typeof inOneProcess>>;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let owner: TestClient;
let waiter: TestClient;
let ownerId: string;
let [here, elsewhere] = ['', ''];

beforeAll(async () => {
  mailbox = await openMailbox();
  network = await inOneProcess({ mail: { url: mailbox.smtpUrl, from: 'no-reply@mycelium.test' } });
  owner = await logIn(network.url, 'owner@las-reinas.test');
  await owner.run('mutation { inviteMember(input: { email: "waiter@example.test", role: STAFF }) { id } }');
  const token = /#(\S+)/.exec((await mailbox.next('waiter@example.test')).text)?.[1];
  const { acceptInvitation } = await new TestClient(network.url).run<{ acceptInvitation: { accessToken: string } }>(
    'mutation ($token: String!) { acceptInvitation(token: $token, name: "New", password: "gently down the stream") { accessToken } }',
    { token },
  );
  waiter = new TestClient(network.url, acceptInvitation.accessToken);
  const { viewer } = await owner.run<Found>(LOOK);
  ownerId = viewer.id;
  [here = '', elsewhere = ''] = viewer.tenant.restaurants[0]?.locations.map(({ id }) => id) ?? [];
  const SET = 'mutation ($at: ID!, $pin: String!) { setPin(locationId: $at, pin: $pin) { __typename } }';
  await owner.run(SET, { at: here, pin: '2749' });
  await owner.run(SET, { at: elsewhere, pin: '8352' });
}, 60_000);
afterAll(async () => {
  await network?.close();
  await mailbox?.close();
});

async function order(): Promise<string> {
  const id = uuidv7();
  await waiter.run('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id, locationId: here, channel: 'DINE_IN' },
  });
  return id;
}

const refusalOf = async (variables: object) => (await waiter.ask(VOID, { ...variables })).errors?.[0]?.extensions;

test('a waiter voids an order with the PIN of somebody who may, and the order says who that was', async () => {
  const id = await order();
  expect(await refusalOf({ id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf({ id, pin: '7294' })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PIN_WRONG' });
  expect(await refusalOf({ id, pin: '8352' })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PIN_NOT_HERE' });
  expect(await waiter.run(VOID, { id, pin: '2749' })).toEqual({ voidOrder: { state: 'VOID', approvedBy: ownerId } });
});

test('who may do it needs no PIN', async () => {
  const id = await order();
  expect(await owner.run(VOID, { id })).toEqual({ voidOrder: { state: 'VOID', approvedBy: null } });
});

test('a drawer is not closed while a till of its location has something that has not arrived, and it says whose till that is', async () => {
  const screen = new TestClient(network.url);
  const { requestPairing } = await screen.run<{ requestPairing: { id: string; code: string; secret: string } }>(
    'mutation { requestPairing(kind: TILL) { id code secret } }',
  );
  await owner.run(
    'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }',
    {
      code: requestPairing.code,
      input: { kind: 'TILL', name: 'Bar till', locationId: here },
    },
  );
  const { claimStation } = await screen.run<{ claimStation: { token: string } }>(
    'mutation ($id: ID!, $secret: String!) { claimStation(id: $id, secret: $secret) { token } }',
    { id: requestPairing.id, secret: requestPairing.secret },
  );
  const till = new TestClient(network.url, claimStation.token);
  const signed = await till.run<{ signWithPin: { token: string } }>('mutation { signWithPin(pin: "2749") { token } }');
  const REPORT = `mutation ($waiting: Int!) { reportStation(input: { appVersion: "1", isSecure: true, waiting: $waiting }) { id } }`;
  await till.run(REPORT, { waiting: 2 });

  const sessionIn = async (locationId: string) => {
    const { createDrawer } = await owner.run<{ createDrawer: { id: string } }>(
      'mutation ($at: ID!) { createDrawer(locationId: $at, name: "Bar") { id } }',
      { at: locationId },
    );
    const input = { id: uuidv7(), drawerId: createDrawer.id, float: 100 };
    // Whoever signed in at the till opens it there; elsewhere, the owner.
    const by = locationId === here ? new TestClient(network.url, signed.signWithPin.token) : owner;
    const { openCashSession } = await by.run<{ openCashSession: { openedBy: string } }>(
      'mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { openedBy } }',
      { input },
    );
    expect(openCashSession.openedBy).toBe(ownerId);
    return input.id;
  };
  const CLOSE = `mutation ($id: ID!) { closeCashSession(id: $id, counted: { amount: 100, currency: "USD" }) { number } }`;
  const id = await sessionIn(here);
  const { errors } = await owner.ask(CLOSE, { id });
  expect(errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'OUTBOX_WAITING' },
    stations: [{ name: 'Bar till', waiting: 2, signedIn: expect.any(String) }],
  });
  expect(await owner.run(CLOSE, { id: await sessionIn(elsewhere) })).toEqual({ closeCashSession: { number: 1 } });
  await till.run(REPORT, { waiting: 0 });
  expect(await owner.run(CLOSE, { id })).toEqual({ closeCashSession: { number: 1 } });
});
