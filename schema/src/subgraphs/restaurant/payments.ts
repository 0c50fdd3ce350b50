import { z } from 'zod';
import { eventType } from '../../event-type.ts';

/** The products that act on what was paid. */
const paymentReaders = ['SMP', 'MARKETING_APP', 'WEB_HOSTING', 'MINI_BODEGA'] as const;

const payment = z.object({ paymentId: z.uuid(), orderId: z.uuid(), locationId: z.uuid() });

export const paymentCaptured = eventType({
  name: 'payment.captured',
  description: 'Money for an order was taken.',
  source: 'ORDERING',
  targets: paymentReaders,
  orderingKey: ({ orderId }: z.infer<typeof payment>) => orderId,
  payload: payment,
});

export const paymentUpdated = eventType({
  name: 'payment.updated',
  description: 'Money for an order was promised by another system, its tip was changed, or it was canceled.',
  source: 'ORDERING',
  targets: [],
  orderingKey: ({ orderId }: z.infer<typeof payment>) => orderId,
  payload: payment,
});

const refund = z.object({ refundId: z.uuid(), orderId: z.uuid(), locationId: z.uuid() });

export const orderRefunded = eventType({
  name: 'order.refunded',
  description: 'Money of an order was given back.',
  source: 'ORDERING',
  targets: paymentReaders,
  orderingKey: ({ orderId }: z.infer<typeof refund>) => orderId,
  payload: refund,
});

const session = z.object({ sessionId: z.uuid(), drawerId: z.uuid(), locationId: z.uuid(), zReportId: z.uuid() });

export const cashSessionClosed = eventType({
  name: 'cash.session.closed',
  description: 'A drawer was counted and closed.',
  source: 'ORDERING',
  targets: paymentReaders,
  orderingKey: ({ sessionId }: z.infer<typeof session>) => sessionId,
  payload: session,
});

const opened = z.object({ sessionId: z.uuid(), drawerId: z.uuid(), locationId: z.uuid() });

export const cashSessionOpened = eventType({
  name: 'cash.session.opened',
  description: 'A drawer was opened.',
  source: 'ORDERING',
  targets: [],
  orderingKey: ({ sessionId }: z.infer<typeof opened>) => sessionId,
  payload: opened,
});

const moved = opened.extend({ movementId: z.uuid() });

export const cashMoved = eventType({
  name: 'cash.moved',
  description: 'Cash came into a drawer or left it, other than for an order.',
  source: 'ORDERING',
  targets: [],
  orderingKey: ({ sessionId }: z.infer<typeof moved>) => sessionId,
  payload: moved,
});

export const drawerChanged = eventType({
  name: 'drawer.changed',
  description: 'A drawer was added, renamed, put away, or taken into use again.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ drawerId: z.uuid(), locationId: z.uuid() }),
});
