import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import type { Ask } from './ask.ts';
import type { House } from './house.ts';

const ORDERS = 100;
const EVERY_MS = 100;
const PATIENCE_MS = 10_000;
const QUERY = `subscription ($at: ID!, $station: ID) {
  kitchenTicketChanged(locationId: $at, stationId: $station) { kind ticket { id order { id } fires { kind } } }
}`;

interface Told {
  kitchenTicketChanged: { ticket: { order: { id: string } } | null };
}

export interface ScreensRow {
  screens: number;
  expected: number;
  /** Milliseconds from placing an order until a screen has its ticket. */
  latencies: number[];
}

/** Kitchen screens that follow one station while orders are placed. */
export async function measureScreens(
  ask: Ask,
  { url, token }: { url: string; token: string },
  { locationId, stationId, counters }: House,
  screens: number,
): Promise<ScreensRow> {
  const placedAt = new Map<string, number>();
  const latencies: number[] = [];
  const clients = Array.from({ length: screens }, () =>
    createClient({
      ...{ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket },
      ...{ connectionParams: { authorization: `Bearer ${token}` }, lazy: false },
    }),
  );
  for (const client of clients)
    client.subscribe<Told>(
      { query: QUERY, variables: { at: locationId, station: stationId } },
      {
        next: ({ data }) => {
          const at = placedAt.get(data?.kitchenTicketChanged.ticket?.order.id ?? '');
          if (at !== undefined) latencies.push(performance.now() - at);
        },
        error: (error) => {
          throw error instanceof Error ? error : new Error(JSON.stringify(error));
        },
        complete: () => undefined,
      },
    );
  const place = async (): Promise<void> => {
    const id = uuidv7();
    await ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
      input: { id, locationId, channel: 'TAKEAWAY' },
    });
    await ask('mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }', {
      ...{ id, lines: counters[0]?.itemIds.map((itemId) => ({ id: uuidv7(), itemId })) },
    });
    placedAt.set(id, performance.now());
    await ask('mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id });
  };
  // Subscribing is not acknowledged: until all hear of one, nothing counts.
  while (latencies.length < screens) {
    placedAt.clear();
    latencies.length = 0;
    await place();
    await sleep(1_000);
  }
  placedAt.clear();
  latencies.length = 0;
  for (let order = 0; order < ORDERS; order += 1) {
    await place();
    await sleep(EVERY_MS);
  }
  const expected = ORDERS * screens;
  for (let waited = 0; latencies.length < expected && waited < PATIENCE_MS; waited += 100) await sleep(100);
  await Promise.all(clients.map((client) => client.dispose()));
  return { screens, expected, latencies };
}
