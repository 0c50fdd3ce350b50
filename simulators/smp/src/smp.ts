import type { FaultOrder } from '@mycelium/frame/faults';
import { openFrame } from '@mycelium/frame/frame';
import { bearerOf, type Simulator } from '@mycelium/frame/serve';
import { z } from 'zod';
import { Account, type Item, type PushedCategory, type PushedItem } from './smp-account.ts';

export interface SmpOptions {
  /** Who does not send this as bearer token is refused. */
  token: string;
  port?: number;
  /** What time it is there. */
  now?: () => Date;
}

export interface Smp extends Pick<Simulator, 'url' | 'close'> {
  /** What it keeps for an account; made when it is first asked for. */
  account(name: string): Account;
  /** The next answers, of paths that hold this text, fail, or are this body as it is. */
  fail(fault: FaultOrder): void;
  /** Every call, in order. */
  readonly calls: { method: string; path: string; correlationId: string | undefined }[];
}

/** What is sent is kept as it is, also an item that is none: what is checked is that it can be kept. */
const pushed = <Thing>() => z.array(z.custom<Thing>((thing) => typeof thing === 'object' && thing !== null));
const pushedCategories = z.object({ categories: pushed<PushedCategory>() });
const pushedItems = z.object({ items: pushed<PushedItem>() });
const facts = z.custom<Partial<Item>>((thing) => typeof thing === 'object' && thing !== null);
const wanted = z.object({ ids: z.array(z.string()) });
const rejected = z.object({ references: z.array(z.string()) });

/** A signage product's catalogue, over real HTTP, until `close()`. */
export async function startSmp({ token, port, now }: SmpOptions): Promise<Smp> {
  const frame = openFrame({ now });
  const accounts = new Map<string, Account>();
  const account = (name = ''): Account => {
    const known = accounts.get(name) ?? new Account(frame.clock);
    accounts.set(name, known);
    return known;
  };

  const { url, close, fail, calls } = await frame.serve({
    name: 'SMP, a signage product',
    port,
    admits: ({ headers }) => bearerOf(headers) === token,
    show: () => Object.fromEntries([...accounts].map(([name, { items }]) => [name, [...items.values()].slice(-100)])),
    actions: {
      'Change an item': {
        fields: { account: '', id: '', priceMinor: '', available: 'true' },
        run: ({ account: name, id = '', priceMinor, available }) =>
          account(name).edit(id, {
            available: available === 'true',
            ...(priceMinor ? { priceMinor: Number(priceMinor) } : {}),
          }),
      },
    },
    routes: {
      'PUT /accounts/:account'({ params, body }) {
        account(params.account).tenant = body;
        return {};
      },
      'PUT /accounts/:account/services'({ params, body }) {
        account(params.account).services = body;
        return {};
      },
      'POST /accounts/:account/categories': ({ params, body }) => ({
        results: account(params.account).pushCategories(pushedCategories.parse(body).categories),
      }),
      'POST /accounts/:account/items': ({ params, body }) => ({
        results: account(params.account).push(pushedItems.parse(body).items),
      }),
      'GET /accounts/:account/items': ({ params, query }) =>
        account(params.account).changes(query.get('after'), Number(query.get('limit') ?? 100)),
      'POST /accounts/:account/items/new': ({ params, body }) => account(params.account).add(facts.parse(body)),
      'POST /accounts/:account/items/read': ({ params, body }) => ({
        items: account(params.account).read(wanted.parse(body).ids),
      }),
      'PATCH /accounts/:account/items/:id': ({ params, body }) =>
        account(params.account).edit(params.id ?? '', facts.parse(body)),
      'DELETE /accounts/:account/items/:id': ({ params }) =>
        account(params.account).edit(params.id ?? '', { deleted: true }),
      'POST /accounts/:account/rejects'({ params, body }) {
        account(params.account).rejects = new Set(rejected.parse(body).references);
        return {};
      },
    },
  });
  return {
    ...{ url, close, fail, account },
    get calls() {
      return calls.map(({ method, path, headers }) => ({ method, path, correlationId: headers['x-correlation-id'] }));
    },
  };
}
