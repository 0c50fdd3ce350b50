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
