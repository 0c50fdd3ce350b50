import { createGraphClient, type GraphClient } from '@mycelium/client-kit/client';
import { type Connection, type ConnectionRecorder, createConnection } from '@mycelium/client-kit/live';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { Provider } from 'urql';
import { session } from '../session/session.ts';
import { createCache } from './cache.ts';
import type { CacheRules } from './cache-rules.ts';

const ConnectionContext = createContext<ConnectionRecorder>(createConnection());

interface GraphProviderProps {
  identity: string;
  /** What the cache is told; the same for as long as the console is open. */
  rules: readonly CacheRules[];
  children: ReactNode;
}

/** One client, one cache and one socket for as long as the same person works for the same tenant. */
export function GraphProvider({ identity, rules, children }: GraphProviderProps) {
  const graph = useMemo(() => {
    const connection = createConnection();
    const cache = createCache(rules);
    return { identity, connection, ...createGraphClient({ credential: session, connection, cache }) };
  }, [identity, rules]);
  useEffect(() => graph.close, [graph]);

  return <InGraph graph={graph}>{children}</InGraph>;
}

interface InGraphProps {
  graph: Pick<GraphClient, 'client'> & { connection: ConnectionRecorder };
  children: ReactNode;
}

/** What is below asks with this client, and knows its connection. */
export function InGraph({ graph, children }: InGraphProps) {
  return (
    <ConnectionContext value={graph.connection}>
      <Provider value={graph.client}>{children}</Provider>
    </ConnectionContext>
  );
}

/** The connection over which changes come. */
export function useConnection(): Connection {
  return useContext(ConnectionContext);
}

/** For who finds that a change was missed: all that is shown is asked for again. */
export function useMissedChange(): () => void {
  return useContext(ConnectionContext).gap;
}
