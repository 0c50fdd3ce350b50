import { deriveKey } from '@mycelium/kit/secrets';
import { signContext } from '@mycelium/kit/viewer';

/** The physical limit of a first sync: the same pages and the same batches over HTTP, one after the other, and nothing kept. */
const [restaurantUrl = '', smpUrl = '', tenantId = '', token = '', secret = ''] = process.argv.slice(2);
const key = deriveKey(secret, 'context');
const PAGE = 200;
const ITEM =
  'id names { locale text } descriptions { locale text } price { amount currency } available version removedAt updatedAt section { id }';
const QUERY = `query ($t: ID!, $since: DateTime, $after: String, $first: Int!) {
  products(tenantId: $t, updatedSince: $since, after: $after, first: $first) {
    pageInfo { hasNextPage endCursor } edges { node { ${ITEM} } }
  }
}`;

interface Item {
  id: string;
  names: { locale: string; text: string }[];
  price: { amount: number; currency: string };
  available: boolean;
}
interface Page {
  edges: { node: Item }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

process.on('message', async () => {
  const begin = performance.now();
  let items = 0;
  for (let after: string | undefined, more = true; more; ) {
    const page = await read(after);
    await push(page.edges.map(({ node }) => node));
    items += page.edges.length;
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  process.send?.({ done: { items, seconds: (performance.now() - begin) / 1_000 } });
});
process.send?.({ ready: true });

async function read(after: string | undefined): Promise<Page> {
  const viewer = { kind: 'gateway' as const, id: 'bench', tenantId, scopes: ['menu:read'] };
  const call = { query: QUERY, variables: { t: tenantId, since: new Date(0), after, first: PAGE } };
  const response = await fetch(restaurantUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mycelium-context': signContext({ viewer, correlationId: 'bench' }, { ...call, to: 'restaurant' }, key),
    },
    body: JSON.stringify(call),
  });
  const { data } = (await response.json()) as { data: { products: Page } };
  return data.products;
}

async function push(items: readonly Item[]): Promise<void> {
  const body = items.map(({ id, names, price, available }) => ({
    reference: id,
    name: Object.fromEntries(names.map(({ locale, text }) => [locale, text])),
    description: {},
    priceMinor: price.amount,
    currency: price.currency,
    available,
  }));
  const response = await fetch(`${smpUrl}/accounts/bare/items`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ items: body }),
  });
  await response.json();
}
