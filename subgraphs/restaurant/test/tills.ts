import { Unavailable } from '@mycelium/kit/errors';
import type { AskNeighbour } from '@mycelium/kit/neighbours';

/** A station as the tenants subgraph knows it. */
export interface KnownStation {
  id: string;
  name: string;
  kind: string;
  status: string;
  waiting: number;
  waitingSince: string | null;
  lastSeenAt: string | null;
  signedIn: { name: string } | null;
  cashWaiting: { sessionId: string; waiting: number; takenBy: string[] }[] | null;
}

/** What the tenants subgraph answers when the restaurant is there alone: its stations, who holds which PIN, or nothing while it is away. */
export function tenantsWith() {
  const stations: KnownStation[] = [];
  const pins = new Map<string, { userId: string; name: string; scopes: string[] }>();
  const state = { isAway: false };
  const answer: AskNeighbour = async (_, { query, variables = {} }) => {
    if (state.isAway) throw new Unavailable('The subgraph tenants');
    if (!query.includes('pinHolder')) {
      const edges = stations.map((node) => ({ node }));
      return { data: { _entities: [{ stations: { edges } }] } };
    }
    const pinHolder = pins.get(String(variables.pin));
    return { data: { pinHolder } };
  };
  return { stations, pins, state, answer };
}
