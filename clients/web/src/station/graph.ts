import { createGraphClient, type GraphClient } from '@mycelium/client-kit/client';
import type { Credential } from '@mycelium/client-kit/credential';
import { type ConnectionRecorder, createConnection } from '@mycelium/client-kit/live';
import { createPlainClient } from '@mycelium/client-kit/plain-client';
import type { Client, Exchange } from '@urql/core';
import { serverClock } from './device.ts';

/** What is shown is kept by the page itself, over a reload too; a second cache would only disagree. */
const uncached: Exchange = ({ forward }) => forward;

export interface StationGraph extends GraphClient {
  connection: ConnectionRecorder;
  /** What people do, in the name of whoever is signed in. */
  writer: Client;
}

/** The clients of a station: one that follows and asks, and one that writes. */
export function createStationGraph(credential: Credential, writing: Credential): StationGraph {
  const connection = createConnection();
  const fetch = serverClock.fetch;
  const graph = createGraphClient({ credential, connection, cache: uncached, fetch });
  return { ...graph, connection, writer: createPlainClient('/graphql', writing, fetch) };
}
