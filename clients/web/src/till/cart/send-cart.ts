import type { Station } from '../../station/use-station.ts';
import type { Cart, CartLine, Carts } from './carts.ts';

/**
 * Puts what is being taken for an order into the outbox: the order where it is new, its lines, and that it is to be made. The keys
 * are those of what is sent, so that it is sent once also from two tabs.
 */
export async function sendCart(
  { enqueue, location }: Pick<Station, 'enqueue' | 'location'>,
  carts: Carts,
  orderId: string,
  then: 'PLACE' | 'KEEP',
): Promise<boolean> {
  const cart = carts.take(orderId);
  if (!cart) return false;
  const { opening, lines } = cart;
  const [first] = lines;
  const order = orderId;
  const input = { id: orderId, locationId: location.id, ...opening };
  const wanted = lines.map(({ quantity, ...line }) => ({ ...line, quantity: String(quantity) }));
  const isKept = await enqueue(
    ...(opening ? [{ key: orderId, order, operation: 'openOrder', variables: { input } }] : []),
    ...(first ? [{ key: first.id, order, operation: 'addOrderLines', variables: { orderId, lines: wanted } }] : []),
    ...(then === 'PLACE'
      ? [{ key: `${first?.id ?? orderId} placed`, order, operation: 'placeOrder', variables: { id: orderId } }]
      : []),
  );
  // What could not be kept is there to be sent again.
  carts.change(orderId, (now) => (isKept ? withoutSent(now, lines) : { ...now, sentAt: undefined }));
  return isKept;
}

/** What was tapped meanwhile is left. */
function withoutSent({ orderId, lines }: Cart, sent: readonly CartLine[]): Cart {
  const ids = new Set(sent.map(({ id }) => id));
  return { orderId, lines: lines.filter(({ id }) => !ids.has(id)) };
}
