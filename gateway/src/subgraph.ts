import type { LocalSubgraph, SubgraphCall } from '@mycelium/kit/call';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import { openPool } from './subgraph-request.ts';
import { type EventSource, remoteEvents } from './subscriptions/upstream.ts';

/** A subgraph as we talk to it, wherever it lives. */
export interface Subgraph {
  name: string;
  /** Rejects with `UNAVAILABLE` when it cannot be reached or gives no GraphQL answer. */
  execute(call: SubgraphCall): Promise<ExecutionResult>;
  /** What it needs, each `ok` or the reason why not. */
  health(): Promise<Record<string, string>>;
  events: EventSource;
  close(): Promise<void>;
}

/** How a subgraph is reached: in this process, or at a URL. */
export type SubgraphLocation = Pick<LocalSubgraph, 'execute' | 'health' | 'subscribe'> | { url: string };

export function connectSubgraph(name: string, location: SubgraphLocation): Subgraph {
  if ('url' in location) return remote(name, location.url);
  return {
    name,
    execute: (call) => location.execute(call),
    health: () => location.health(),
    events: location,
    close: async () => {},
  };
}

function remote(name: string, url: string): Subgraph {
  const pool = openPool(name, url);
  const events = remoteEvents(url.replace(/^http/, 'ws'));
  return {
    name,
    execute: (call) => pool.post(call),
    events,
    async health() {
      const { status, body } = await pool.get('/health');
      const told = z.record(z.string(), z.string()).safeParse(body);
      if (status === 200) return told.success ? told.data : { reachable: 'ok' };
      if (status === 503 && told.success) return told.data;
      // Not one of our subgraphs: it is well when it answers GraphQL.
      await pool.post({ query: '{ __typename }', context: '' });
      return { reachable: 'ok' };
    },
    close: async () => {
      await events.close();
      await pool.close();
    },
  };
}
