import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

let network: TestNetwork;
let key: string;

beforeAll(async () => {
  network = await inOneProcess();
  const owner = await logIn(network.url, 'owner@las-reinas.test');
  const { createApiClient } = await owner.run<{ createApiClient: { id: string } }>(
    'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { id } }',
    { input: { name: 'Web shop', scopes: ['menu:read', 'order:read', 'order:write', 'payment:take'] } },
  );
  const { createApiKey } = await owner.run<{ createApiKey: { key: string } }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key } }',
    { id: createApiClient.id },
  );
  key = createApiKey.key;
  await owner.close();
});
afterAll(() => network?.close());

async function ask(path: string, sent?: unknown) {
  const response = await fetch(`${network.url}/api${path}`, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: { 'X-API-Key': key, ...(sent !== undefined && { 'content-type': 'application/json' }) },
    body: JSON.stringify(sent),
  });
  return { status: response.status, body: await response.json() };
}

test('a web shop orders over REST: it finds a location, opens an order, puts items on it, sends it and notes what was paid', async () => {
  const { body: brands } = await ask('/restaurant/tenants/las-reinas/locations');
  const [{ id: locationId }] = brands[0].locations;
  const id = uuidv7();
  const opened = await ask('/restaurant/orders', { id, locationId, channel: 'ONLINE', note: 'Ada Lovelace' });
  expect(opened).toMatchObject({ status: 200, body: { id, progress: 'DRAFT', channel: 'ONLINE' } });
  const again = await ask('/restaurant/orders', { id, locationId, channel: 'ONLINE', note: 'Ada Lovelace' });
  expect(again.body.number).toBe(opened.body.number);

  const { body: products } = await ask('/sync/tenants/las-reinas/products?search=esquites');
  const line = { id: uuidv7(), itemId: products.edges[0].node.id, quantity: '2' };
  const { body: filled } = await ask(`/restaurant/orders/${id}/lines`, { lines: [line] });
  expect(filled.lines).toMatchObject([{ id: line.id, quantity: '2', unitPrice: { amount: 625, currency: 'USD' } }]);
  expect(await ask(`/restaurant/orders/${id}/place`, {})).toMatchObject({ status: 200 });

  const { total } = filled.totals;
  const { body: payment } = await ask('/restaurant/payments', {
    ...{ id: uuidv7(), orderId: id, amount: total.amount, kind: 'OTHER', reference: 'web 7' },
  });
  expect(payment).toMatchObject({ amount: total, status: 'CAPTURED', order: { money: 'PAID' } });
  const { body: order } = await ask(`/restaurant/orders/${id}`);
  expect(order).toMatchObject({ money: 'PAID', payments: [{ reference: 'web 7' }], refunds: [] });
  const { body: page } = await ask(`/restaurant/locations/${locationId}/orders?search=lovelace&open=true`);
  expect(page.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([id]);
  // The key may take orders, and not void them.
  expect(await ask(`/restaurant/orders/${id}/void`, { reason: 'No' })).toMatchObject({ status: 403 });
});
