import { useCallback, useSyncExternalStore } from 'react';

const clocks = new Map<number, Clock>();

interface Clock {
  listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval>;
}

/**
 * What is said of this moment, which is looked at again and again. All that look equally often share one timer, and only what has
 * something else to say is rendered: a list may have hundreds of them.
 */
export function useTicking(everyMs: number, say: (now: number) => string): string {
  return useSyncExternalStore(
    useCallback((listener) => listen(everyMs, listener), [everyMs]),
    () => say(Date.now()),
  );
}

function listen(everyMs: number, listener: () => void): () => void {
  const clock = clocks.get(everyMs) ?? begin(everyMs);
  clock.listeners.add(listener);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size > 0) return;
    clearInterval(clock.timer);
    clocks.delete(everyMs);
  };
}

function begin(everyMs: number): Clock {
  const listeners = new Set<() => void>();
  const timer = setInterval(() => {
    for (const listener of listeners) listener();
  }, everyMs);
  const clock = { listeners, timer };
  clocks.set(everyMs, clock);
  return clock;
}
