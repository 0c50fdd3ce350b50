import { v7 as uuidv7 } from 'uuid';
import type { Ask } from './ask.ts';
import type { House } from './house.ts';

/** So many tills take the last portion of a dish at once; answers how many got it. */
export async function takeLast(ask: Ask, { locationId, lastId }: House, takers: number): Promise<number> {
  const orders = Array.from({ length: takers }, () => uuidv7());
  for (const id of orders)
    await ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
      input: { id, locationId, channel: 'TAKEAWAY' },
    });
  const taken = await Promise.allSettled(
    orders.map((id) =>
      ask('mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }', {
        ...{ id, lines: [{ id: uuidv7(), itemId: lastId }] },
      }),
    ),
  );
  return taken.filter(({ status }) => status === 'fulfilled').length;
}
