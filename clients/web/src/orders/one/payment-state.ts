import type { State } from '@mycelium/client-kit/state';
import type { PaymentStatus } from '../../generated/graphql.ts';

/** Where on the scale of states a payment is. */
export const statusState = {
  CREATED: 'waiting',
  AUTHORISED: 'waiting',
  PENDING: 'attention',
  CAPTURED: 'ok',
  FAILED: 'failing',
  CANCELED: 'off',
} as const satisfies Record<PaymentStatus, State>;
