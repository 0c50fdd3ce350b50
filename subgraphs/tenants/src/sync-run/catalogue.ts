import { connect } from '@mycelium/kit/connector/connect';
import type { ConnectorOptions } from '@mycelium/kit/connector/connector';
import { json } from '@mycelium/kit/connector/reader';
import { z } from 'zod';
import type { Facts } from './merge.ts';
import { cursorSchema, externalIdSchema } from './remote-item.ts';
import { itemRefused, type Told, told } from './sync-reason.ts';

// What is in the lists is read one by one, so that none holds up the others.
const changesSchema = z.object({ items: z.array(z.unknown()), cursor: cursorSchema, more: z.boolean() });
const itemsSchema = z.object({ items: z.array(z.unknown()) });
const resultsSchema = z.object({ results: z.array(z.unknown()) });
const resultSchema = z.object({
  reference: z.string(),
  id: externalIdSchema.nullish(),
  error: z.string().nullish(),
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

/** What the product made of one thing that it was given: the id it has there, or why it was not taken. */
export interface Outcome {
  reference: string;
  id?: string;
  why?: Told;
}

/** How long a page of the product's changes and a batch of ours are at most. */
export const PAGE = 200;

interface CatalogueOptions
  extends Pick<ConnectorOptions, 'fetch' | 'baseUrl' | 'tenantId' | 'attempts' | 'connection' | 'redis' | 'onBreaker'> {
  product: string;
  account: string;
  token: string | undefined;
  correlationId: string;
  signal: AbortSignal;
}

export type Catalogue = ReturnType<typeof openCatalogue>;

/** A product's catalogue of one account. */
export function openCatalogue({ account, token, correlationId, signal, product, ...address }: CatalogueOptions) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const connector = connect({ vendor: product, headers, ...address });
  const call = { correlationId, signal };
  const root = `/accounts/${encodeURIComponent(account)}`;
  const get = <Schema extends z.ZodType>(path: string, answer: Schema) =>
    connector.call(root + path, { ...call, answer: json(answer) });
  // The product knows each thing by its reference, so that what comes twice is done once.
  const send = <Schema extends z.ZodType>(method: 'POST' | 'PUT', path: string, body: unknown, answer: Schema) =>
    connector.call(root + path, { ...call, method, body: { json: body }, answer: json(answer), again: 'HARMLESS' });
  return {
    putTenant: (tenant: Record<string, unknown>) => send('PUT', '', tenant, anything),
    putServices: (services: readonly unknown[]) => send('PUT', '/services', { services }, anything),
    /** What has changed since a cursor, oldest first; without one, everything. */
    changes: (after: string | undefined) =>
      get(`/items?limit=${PAGE}${after ? `&after=${encodeURIComponent(after)}` : ''}`, changesSchema),
    items: async (ids: readonly string[]) => (await send('POST', '/items/read', { ids }, itemsSchema)).items,
    pushItems: async (items: readonly PushedItem[]) =>
      outcomesOf(items, (await send('POST', '/items', { items }, resultsSchema)).results),
    pushCategories: async (categories: readonly PushedCategory[]) =>
      outcomesOf(categories, (await send('POST', '/categories', { categories }, resultsSchema)).results),
    get attempts() {
      return connector.attempts;
    },
  };
}

/** One outcome for each thing that was sent, whatever else was answered. */
function outcomesOf(sent: readonly { reference: string }[], results: readonly unknown[]): Outcome[] {
  const answers = new Map(results.map((result) => [Reflect.get(Object(result), 'reference') as unknown, result]));
  return sent.map(({ reference }) => {
    if (!answers.has(reference)) return { reference, why: told('The product said nothing of it.', 'NOT_ANSWERED') };
    const { data, error } = resultSchema.safeParse(answers.get(reference));
    if (!data) {
      const words = error.issues[0] && `${error.issues[0].path.join('.')}: ${error.issues[0].message}`;
      return { reference, why: told(`The answer for it cannot be read: ${words}`, 'ODD_ITEM', { words }) };
    }
    const { id, error: refusal } = data;
    return { reference, id: id ?? undefined, why: refusal == null ? undefined : itemRefused(refusal) };
  });
}

/** Facts as the product wants them. */
export function pushed({ price, ...facts }: Partial<Facts>): Partial<PushedItem> {
  return { ...facts, ...(price ? { priceMinor: price.amount, currency: price.currency } : {}) };
}
