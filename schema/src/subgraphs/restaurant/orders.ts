import { z } from 'zod';
import { eventType } from '../../event-type.ts';

/** The products that act on what is ordered. */
const orderReaders = ['SMP', 'MARKETING_APP', 'WEB_HOSTING', 'MINI_BODEGA'] as const;

const order = z.object({ orderId: z.uuid(), locationId: z.uuid() });
const orderingKey = ({ orderId }: z.infer<typeof order>) => orderId;

export const orderCreated = eventType({
  name: 'order.created',
  description: 'An order was opened.',
  source: 'ORDERING',
  targets: orderReaders,
  orderingKey,
  payload: order,
});

export const orderUpdated = eventType({
  name: 'order.updated',
  description: 'Lines, discounts, guests or the progress of an order were changed.',
  source: 'ORDERING',
  targets: orderReaders,
  orderingKey,
  payload: order,
});

export const orderPlaced = eventType({
  name: 'order.placed',
  description: 'An order was placed: what is on it is to be made.',
  source: 'ORDERING',
  targets: orderReaders,
  orderingKey,
  payload: order,
});

export const orderPaid = eventType({
  name: 'order.paid',
  description: 'All that an order comes to was paid.',
  source: 'ORDERING',
  targets: orderReaders,
  orderingKey,
  payload: order,
});

export const orderVoided = eventType({
  name: 'order.voided',
  description: 'An order was voided; nothing of it is sold.',
  source: 'ORDERING',
  targets: orderReaders,
  orderingKey,
  payload: order,
});

export const firstOrderSeen = eventType({
  name: 'order.first_seen',
  description: 'A tenant has opened its first order.',
  source: 'ORDERING',
  targets: ['crm'],
  orderingKey,
  payload: order,
});
