import type { LocalSubgraph, SubgraphCall } from '@mycelium/kit/call';
import type { DoorAnswer, SignedDelivery } from '@mycelium/kit/doors/delivery';
import type { ExecutionResult } from 'graphql';
import { unavailable } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import type { EventSource } from './event-source.ts';
import { headersOf } from './header-rules.ts';
import { type Exchange, openRemote } from './remote.ts';
import { remoteSource } from './remote-source.ts';
import type { BreakerState } from './replica.ts';
import type { Traffic } from './traffic.ts';

/** A subgraph as we talk to it, wherever it lives. */
export interface Subgraph {
  name: string;
  /** Rejects with `UNAVAILABLE` when it cannot be reached or gives no GraphQL answer. */
  execute(call: SubgraphCall, exchange?: Exchange): Promise<ExecutionResult>;
  /** Hands on what a vendor sends, signed again for each server that is tried; rejects with `UNAVAILABLE`. */
  deliver(sign: () => SignedDelivery): Promise<DoorAnswer>;
  /** What it needs, each `ok` or the reason why not. */
  health(): Promise<Record<string, string>>;
  /** The breaker of each of its servers; none when it lives in this process. */
  breakers(): Record<string, BreakerState>;
  events: EventSource;
  close(): Promise<void>;
}

/** How a subgraph is reached: in this process, at a URL, or at several that are all the same to us. */
export type SubgraphLocation =
  | (Pick<LocalSubgraph, 'execute' | 'health' | 'subscribe'> & Partial<Pick<LocalSubgraph, 'deliver'>>)
  | { url: string }
  | Servers;

interface Servers {
  /** Its routing URL unless named. */
  urls?: readonly string[];
  /** Where its subscriptions are; at its URLs with the ws scheme unless named. */
  subscriptionUrls?: readonly string[];
}

/** Whether it stays where it is, whatever routing URL a supergraph has for it. */
export function isFixed(location: SubgraphLocation): boolean {
  return 'execute' in location || 'url' in location || location.urls !== undefined;
}

export function connectSubgraph(
  name: string,
  location: SubgraphLocation,
  routingUrl: string,
  traffic: Traffic,
  metrics: Metrics,
): Subgraph {
  if ('url' in location) return remote(name, { urls: [location.url] }, traffic, metrics);
  if (!('execute' in location))
    return remote(name, { ...location, urls: location.urls ?? [routingUrl] }, traffic, metrics);
  return {
    name,
    execute: (call) => location.execute(call),
    async deliver(sign) {
      if (!location.deliver) throw unavailable(name, 'it has no doors');
      return location.deliver(sign());
    },
    health: () => location.health(),
    breakers: () => ({}),
    events: location,
    close: async () => {},
  };
}

function remote(
  name: string,
  { urls, subscriptionUrls }: Servers & { urls: readonly string[] },
  traffic: Traffic,
  metrics: Metrics,
): Subgraph {
  const servers = openRemote(name, urls, traffic, metrics);
  // All clients share its socket, so of the rules only what does not come from a client goes with it.
  const inserted = headersOf(name, traffic.headers).request({});
  const socketUrls = subscriptionUrls ?? urls.map((url) => url.replace(/^http/, 'ws'));
  const events = remoteSource(socketUrls, servers.replicas, inserted);
  return {
    name,
    execute: (call, exchange) => servers.post(call, exchange),
    deliver: (sign) => servers.deliver(sign),
    health: () => servers.health(),
    breakers: () => Object.fromEntries(servers.replicas.map((replica) => [replica.name, replica.breaker])),
    events,
    close: async () => {
      await events.close();
      await servers.close();
    },
  };
}
