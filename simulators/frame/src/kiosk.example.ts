import { createHmac } from 'node:crypto';
import { openFrame } from '@mycelium/frame/frame';
import { bearerOf } from '@mycelium/frame/serve';
import { z } from 'zod';

interface Order {
  table: string;
  state: string;
}
const order = z.object({ table: z.string(), state: z.string().default('OPEN') });

/** A kiosk's orders: read by cursor, changed by those who have its token, sent by webhooks that it signs. */
export async function startKiosk({
  token,
  secret,
  hook,
  now,
}: Record<'token' | 'secret' | 'hook', string> & { now?: () => Date }) {
  const frame = openFrame({ now });
  const orders = frame.collection<Order>('orders');
  const webhooks = frame.webhooks({
    secret,
    sign: ({ body, secret }) => ({ 'x-kiosk-signature': createHmac('sha256', secret).update(body).digest('hex') }),
  });
  webhooks.subscribe(hook);
  const place = (facts: unknown) => {
    const placed = orders.add(order.parse(facts));
    webhooks.send({ type: 'order.placed', order: placed });
    return placed;
  };
  return frame.serve({
    name: 'Kiosk',
    admits: ({ headers }) => bearerOf(headers) === token,
    limit: { calls: 50, perMs: 1_000 },
    routes: {
      'GET /orders': ({ query, page }) => page(orders.list(), { after: query.get('after'), limit: query.get('limit') }),
      'POST /orders': ({ body }) => place(body),
      'PATCH /orders/:id': ({ params, body }) => orders.edit(params.id ?? '', order.partial().parse(body)),
    },
    actions: { 'Place an order': { fields: { table: '7' }, run: place } },
  });
}
