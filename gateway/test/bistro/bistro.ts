import { composeServices } from '@apollo/composition';
import { deriveKey } from '@mycelium/kit/secrets';
import { parse } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { startGateway } from '../../src/gateway.ts';
import type { GatewayOptions } from '../../src/options.ts';
import type { ClientLists } from '../../src/persisted/client-list.ts';
import { createMenu, type Menu } from './menu.ts';
import { type Served, serveAlone } from './subgraph.ts';
import { createTenants, type Tenants } from './tenants.ts';

export const placements = ['in memory', 'over the network'] as const;
export type Placement = (typeof placements)[number];

/** A gateway in front of two subgraphs, `menu` and `tenants`, and everything that a test does to them. */
export interface Bistro {
  url: string;
  menu: Menu;
  tenants: Tenants;
  /** The servers of the subgraphs, when they are over the network. */
  served: Partial<Record<'menu' | 'tenants', Served>>;
  /** Lines of the gateway's log. */
  log: Record<string, unknown>[];
  /** What API clients may do. */
  clientLists: ClientLists;
  /** The supergraph at the start. */
  sdl: string;
  reload(sdl: string): Promise<void>;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** A graphql-ws client, ended with the bistro. */
  client(authorization?: string): Client;
  close(): Promise<void>;
}

interface AskOptions {
  variables?: Record<string, unknown>;
  operationName?: string;
  token?: string;
  headers?: Record<string, string>;
}

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  data: any;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

const SECRET = 'a secret for tests that is long enough';

interface BistroOptions extends Partial<GatewayOptions> {
  placement?: Placement;
  open?: boolean;
  /** Where the test has put subgraphs itself; the others are where `placement` says. */
  locate?(menu: Menu, tenants: Tenants): Promise<GatewayOptions['subgraphs']>;
}

export async function openBistro({
  placement = 'in memory',
  open = false,
  locate,
  ...options
}: BistroOptions = {}): Promise<Bistro> {
  const key = open ? undefined : deriveKey(SECRET, 'context');
  const menu = createMenu(key);
  const tenants = await createTenants(key);
  const served: Bistro['served'] = {};
  if (placement === 'over the network') {
    served.menu = await serveAlone(menu);
    served.tenants = await serveAlone(tenants);
  }
  const urls = { menu: served.menu?.url ?? 'http://127.0.0.1:1', tenants: served.tenants?.url ?? 'http://127.0.0.1:1' };
  const log: Record<string, unknown>[] = [];
  const clients = new Set<Client>();
  const sdl = compose([
    { name: 'menu', url: urls.menu, sdl: menu.sdl },
    { name: 'tenants', url: urls.tenants, sdl: tenants.sdl },
  ]);
  const gateway = await startGateway({
    supergraphSdl: sdl,
    subgraphs: {
      ...(placement === 'in memory' && { menu: menu.local, tenants: tenants.local }),
      ...(await locate?.(menu, tenants)),
    },
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'debug' }, { write: (line) => void log.push(JSON.parse(line)) }),
    ...options,
    ...(open ? { open: true } : { open: false, secret: SECRET }),
  });

  return {
    url: gateway.url,
    menu,
    tenants,
    served,
    log,
    clientLists: gateway.clientLists,
    sdl,
    reload: gateway.reload,
    async ask(query, { variables, operationName, token, headers } = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return { ...((await response.json()) as Answer), status: response.status, headers: response.headers };
    },
    client(authorization) {
      const client = createClient({
        url: `${gateway.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: authorization ? { authorization: `Bearer ${authorization}` } : undefined,
      });
      clients.add(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.dispose();
      await gateway.close();
      for (const server of Object.values(served)) await server.crash();
    },
  };
}

export function compose(subgraphs: { name: string; url: string; sdl: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ sdl, ...rest }) => ({ ...rest, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
