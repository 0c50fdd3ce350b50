import type { State } from '@mycelium/client-kit/state';
import type { ServiceStatus } from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';

const states: Record<ServiceStatus, State> = { ACTIVE: 'ok', PAUSED: 'off', OFF: 'off' };

/** Where a product stands; one that the tenant never had is off too. */
export function serviceState(status: ServiceStatus = 'OFF'): Standing<ServiceStatus> {
  return { state: states[status], word: status };
}
