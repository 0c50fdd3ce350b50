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
