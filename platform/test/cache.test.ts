import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

const cacheSeconds = { Tenant: 600, Menu: 600, MenuSection: 600, MenuItem: 600, Money: 600 };
const MENU = '{ tenantBySlug(slug: "las-reinas") { menus { sections { items { id version price { amount } } } } } }';
const PRICE = `mutation ($id: ID!, $version: Int!, $amount: Int!) {
  updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { id }
}`;

interface Menus {
  tenantBySlug: { menus: { sections: { items: { id: string; version: number; price: { amount: number } }[] }[] }[] };
}

let network: TestNetwork;
let caching: { url: string; close(): Promise<void> };
let owner: TestClient;
beforeAll(async () => {
  network = await inOneProcess();
  caching = await network.anotherGateway({ cacheSeconds });
  owner = await logIn(network.url, 'owner@las-reinas.test');
}, 60_000);
afterAll(async () => {
  await caching.close();
  await network.close();
});

/** What the gateway with a cache says of the first item, and where it has that from. */
async function first() {
  const response = await fetch(`${caching.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.token}` },
    body: JSON.stringify({ query: MENU }),
  });
  const { data } = (await response.json()) as { data: Menus };
  const item = data.tenantBySlug.menus[0]?.sections[0]?.items[0];
  if (!item) throw new Error('The demo has no menu.');
  return { ...item, amount: item.price.amount, cache: response.headers.get('x-cache') };
}

test('what is written elsewhere drops kept answers as soon as the relay has told it', async () => {
  await vi.waitFor(async () => expect((await first()).cache).toBe('hit'));
  const { id, version, amount } = await first();
  // The other gateway keeps nothing and so drops nothing: what is heard comes from the outbox over the relay.
  await owner.run(PRICE, { id, version, amount: amount + 5 });
  await vi.waitFor(async () => expect((await first()).amount).toBe(amount + 5), { interval: 20 });
  // The log says the same a moment later, and then it is kept.
  await vi.waitFor(async () => expect((await first()).cache).toBe('hit'));
});
