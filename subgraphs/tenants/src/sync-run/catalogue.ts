import { type ConnectorOptions, connect } from '@mycelium/kit/connector';
import { z } from 'zod';
import type { Facts } from './merge.ts';

const texts = z.record(z.string(), z.string());

const remoteItemSchema = z.object({
  id: z.string().min(1),
  /** Our id, when it came from us. */
  reference: z.string().nullish(),
  categoryId: z.string().nullish(),
  name: texts,
  description: texts.nullish().transform((value) => value ?? {}),
  // A vendor's odd value counts as nothing to pay or takes the item out of sale; it never fails the whole page.
  priceMinor: z.number().transform((value) => Math.max(0, Math.trunc(value))),
  currency: z.string(),
  available: z.boolean(),
  deleted: z.boolean().default(false),
  updatedAt: z.iso.datetime().transform((text) => new Date(text)),
});
export type RemoteItem = z.infer<typeof remoteItemSchema>;

const changesSchema = z.object({ items: z.array(remoteItemSchema), cursor: z.string(), more: z.boolean() });
const resultsSchema = z.object({
  results: z.array(z.object({ reference: z.string(), id: z.string().optional(), error: z.string().optional() })),
});
const anything = z.unknown();

/** What goes to the product: named fields change, the others stay. Without `id` it is new there, unless it knows the reference. */
export interface PushedItem {
  reference: string;
  id?: string;
  categoryReference?: string;
  name?: Facts['name'];
  description?: Facts['description'];
  priceMinor?: number;
  currency?: string;
  available?: boolean;
  deleted?: boolean;
}

export interface PushedCategory {
  reference: string;
  id?: string;
  name?: Record<string, string>;
  position?: number;
  deleted?: boolean;
}

/** How long a page of the product's changes and a batch of ours are at most. */
export const PAGE = 200;

interface CatalogueOptions extends Pick<ConnectorOptions, 'fetch' | 'baseUrl' | 'attempts'> {
  product: string;
  account: string;
  token: string | undefined;
  correlationId: string;
  signal: AbortSignal;
}

export type Catalogue = ReturnType<typeof openCatalogue>;

/** A product's catalogue of one account. */
export function openCatalogue({ product, baseUrl, fetch, account, token, attempts, ...call }: CatalogueOptions) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const connector = connect({ name: product, baseUrl, fetch, headers, attempts });
  const root = `/accounts/${encodeURIComponent(account)}`;
  const get = <Schema extends z.ZodType>(path: string, answer: Schema) =>
    connector.call(root + path, { ...call, answer });
  const send = <Schema extends z.ZodType>(method: 'POST' | 'PUT', path: string, body: unknown, answer: Schema) =>
    connector.call(root + path, { ...call, method, body, answer });
  return {
    putTenant: (tenant: Record<string, unknown>) => send('PUT', '', tenant, anything),
    putServices: (services: readonly unknown[]) => send('PUT', '/services', { services }, anything),
    /** What has changed since a cursor, oldest first; without one, everything. */
    changes: (after: string | undefined) =>
      get(`/items?limit=${PAGE}${after ? `&after=${encodeURIComponent(after)}` : ''}`, changesSchema),
    items: async (ids: readonly string[]) =>
      (await send('POST', '/items/read', { ids }, z.object({ items: z.array(remoteItemSchema) }))).items,
    pushItems: async (items: readonly PushedItem[]) => (await send('POST', '/items', { items }, resultsSchema)).results,
    pushCategories: async (categories: readonly PushedCategory[]) =>
      (await send('POST', '/categories', { categories }, resultsSchema)).results,
    get attempts() {
      return connector.attempts;
    },
  };
}

export function factsOf({ name, description, priceMinor, currency, available }: RemoteItem): Facts {
  return { name, description, price: { amount: priceMinor, currency }, available };
}

/** Facts as the product wants them. */
export function pushed({ price, ...facts }: Partial<Facts>): Partial<PushedItem> {
  return { ...facts, ...(price ? { priceMinor: price.amount, currency: price.currency } : {}) };
}
