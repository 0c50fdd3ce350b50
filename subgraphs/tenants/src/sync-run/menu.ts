import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import type { Desk } from '@mycelium/kit/workers';
import { z } from 'zod';
import type { Product } from '../service/product.ts';
import type { Facts } from './merge.ts';

const texts = z
  .array(z.object({ locale: z.string(), text: z.string() }))
  .transform((list) => Object.fromEntries(list.map(({ locale, text }) => [locale, text])));

const itemSchema = z.object({
  id: z.string(),
  names: texts,
  descriptions: texts,
  price: z.object({ amount: z.number(), currency: z.string() }),
  available: z.boolean(),
  version: z.number(),
  removedAt: z.coerce.date().nullable(),
  updatedAt: z.coerce.date(),
  section: z.object({ id: z.string() }),
});
export type LocalItem = z.infer<typeof itemSchema>;

const pageSchema = z.object({
  products: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    edges: z.array(z.object({ node: itemSchema })),
  }),
});
const countSchema = z.object({ products: z.object({ totalCount: z.number() }) });
const sectionsSchema = z.object({ categories: z.array(z.object({ id: z.string(), names: texts })) });
export type LocalSection = z.infer<typeof sectionsSchema>['categories'][number];

const ITEM =
  'id names { locale text } descriptions { locale text } price { amount currency } available version removedAt updatedAt section { id }';
const PRODUCTS = `query ($t: ID!, $since: DateTime, $after: String, $first: Int!) {
  products(tenantId: $t, updatedSince: $since, after: $after, first: $first) {
    pageInfo { hasNextPage endCursor } edges { node { ${ITEM} } }
  }
}`;
const COUNT = 'query ($t: ID!) { products(tenantId: $t, first: 1) { totalCount } }';
const BY_ID = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on MenuItem { ${ITEM} } } }`;
const SECTIONS = 'query ($t: ID!) { categories(tenantId: $t) { id names { locale text } } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { version } }';
const AVAILABILITY =
  'mutation ($id: ID!, $available: Boolean!) { setMenuItemAvailability(id: $id, available: $available) { version } }';
const CREATE = 'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';
const REMOVE = 'mutation ($id: ID!) { removeMenuItem(id: $id) }';

export type Menu = ReturnType<typeof openMenu>;

/** A tenant's menu, read and written through the graph of the restaurant under its own rules, in the name of a product. */
export function openMenu(ask: Desk['ask'], tenantId: string, origin: Product, correlationId: string) {
  const scopes = ['menu:read', 'menu:write', 'menu:availability'];
  const context = { viewer: { kind: 'gateway' as const, id: 'sync', tenantId, scopes }, correlationId, origin };
  const run = (query: string, variables: Record<string, unknown>): Promise<unknown> =>
    ask('restaurant', { query, variables }, context).catch((error: unknown) => {
      // That the subgraph is away says nothing of the item that was asked for.
      throw error instanceof Refused && error.code === 'UNAVAILABLE' ? new Unavailable('The menu') : error;
    });
  return {
    async count(): Promise<number> {
      return countSchema.parse(await run(COUNT, { t: tenantId })).products.totalCount;
    },
    /** Items by their last change, oldest first, tombstones too. */
    async changed(since: Date, after: string | undefined, first: number) {
      const { products } = pageSchema.parse(await run(PRODUCTS, { t: tenantId, since, after, first }));
      const { hasNextPage, endCursor } = products.pageInfo;
      return {
        items: products.edges.map(({ node }) => node),
        next: hasNextPage ? (endCursor ?? undefined) : undefined,
      };
    },
    async byId(ids: readonly string[]): Promise<LocalItem[]> {
      if (ids.length === 0) return [];
      const r = ids.map((id) => ({ __typename: 'MenuItem', id }));
      const { _entities } = z.object({ _entities: z.array(itemSchema.nullable()) }).parse(await run(BY_ID, { r }));
      return _entities.filter((item) => item !== null);
    },
    async sections(): Promise<LocalSection[]> {
      return sectionsSchema.parse(await run(SECTIONS, { t: tenantId })).categories;
    },
    async update({ id, version }: LocalItem, { available, ...patch }: Partial<Facts>): Promise<void> {
      if (Object.keys(patch).length > 0) await run(UPDATE, { id, input: { version, ...asInput(patch) } });
      if (available !== undefined) await run(AVAILABILITY, { id, available });
    },
    /** Makes it under this id; asked again, it stays one. */
    async create(id: string, sectionId: string, facts: Facts): Promise<void> {
      await run(CREATE, { input: { id, sectionId, ...asInput(facts), available: facts.available } });
    },
    async remove(id: string): Promise<void> {
      await run(REMOVE, { id });
    },
  };
}

export function factsOfLocal({ names, descriptions, price, available }: LocalItem): Facts {
  return { name: names, description: descriptions, price, available };
}

function asInput({ name, description, price }: Partial<Facts>): Record<string, unknown> {
  const list = (texts: Record<string, string> | undefined) =>
    texts && Object.entries(texts).map(([locale, text]) => ({ locale, text }));
  return { name: list(name), description: list(description), price };
}
