import { createDisplayToken } from '@mycelium/client-kit/display-token';
import { createServerClock } from '@mycelium/client-kit/outbox/server-clock';
import { useSyncExternalStore } from 'react';

/** The token of the till or kitchen screen that this device was paired as. */
export const deviceToken = createDisplayToken(localStorage, 'mycelium.station');

/** The server's time, by which this device makes its ids. */
export const serverClock = createServerClock();

/** The token of this device; undefined where it is not paired. */
export function useDeviceToken(): string | undefined {
  return useSyncExternalStore(deviceToken.onChange, deviceToken.token);
}
