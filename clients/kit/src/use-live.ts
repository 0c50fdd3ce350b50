import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Connection, LiveSnapshot } from './live.ts';

export function useLive(connection: Connection): LiveSnapshot {
  return useSyncExternalStore(connection.subscribe, connection.snapshot);
}

/** How old what is shown is, in seconds, counted while offline; undefined while it is fresh. */
export function useAge({ state, since }: LiveSnapshot): number | undefined {
  const [now, setNow] = useState(Date.now);
  const isOffline = state === 'offline';
  useEffect(() => {
    if (!isOffline) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isOffline]);
  return isOffline ? Math.max(0, Math.round((now - since) / 1_000)) : undefined;
}
