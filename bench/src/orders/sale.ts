import { v7 as uuidv7 } from 'uuid';
import type { Ask } from './ask.ts';

/** What a till sells from, and where its money goes. */
export interface Counter {
  locationId: string;
  /** Three items, of which each order has one each. */
  itemIds: string[];
  /** The open session of the till's drawer. */
  sessionId: string;
}

const TENDERED = 1_000_000;

/** One guest who orders three things and pays at once: four calls, each told how long it took, in milliseconds. */
export async function sell(
  ask: Ask,
  { locationId, itemIds, sessionId }: Counter,
  took: (ms: number) => void = () => undefined,
): Promise<string> {
  const timed = async (query: string, variables: Record<string, unknown>): Promise<void> => {
    const begin = performance.now();
    await ask(query, variables);
    took(performance.now() - begin);
  };
  const id = uuidv7();
  await timed('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id number } }', {
    input: { id, locationId, channel: 'TAKEAWAY' },
  });
  await timed(
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id totals { total { amount } } } }',
    { id, lines: itemIds.map((itemId) => ({ id: uuidv7(), itemId })) },
  );
  await timed('mutation ($id: ID!) { placeOrder(id: $id) { id progress } }', { id });
  await timed('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id change { amount } } }', {
    input: { id: uuidv7(), orderId: id, tendered: TENDERED, sessionId },
  });
  return id;
}
