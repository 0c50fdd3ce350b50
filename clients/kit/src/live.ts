export type LiveState = 'idle' | 'connecting' | 'live' | 'offline';

export interface LiveSnapshot {
  state: LiveState;
  /** When the state began; while offline: when the server was last heard, which is the age of what is shown. */
  since: number;
  /** Grows whenever changes may have been missed for good: what is shown must be asked for again. */
  gaps: number;
}

/** The state of the connection over which changes come. `idle` means that nothing is subscribed to. */
export interface Connection {
  snapshot(): LiveSnapshot;
  subscribe(listener: () => void): () => void;
}

export interface ConnectionRecorder extends Connection {
  moved(state: LiveState): void;
  heard(): void;
  gap(): void;
}

export function createConnection(now: () => number = Date.now): ConnectionRecorder {
  const listeners = new Set<() => void>();
  let current: LiveSnapshot = { state: 'idle', since: now(), gaps: 0 };
  let heardAt: number | undefined;

  function change(next: Partial<LiveSnapshot>) {
    current = { ...current, ...next };
    for (const listener of [...listeners]) listener();
  }

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moved(state) {
      if (state === current.state) return;
      if (state === 'connecting' && current.state === 'offline') return;
      change({ state, since: state === 'offline' ? (heardAt ?? current.since) : now() });
    },
    heard() {
      heardAt = now();
    },
    gap: () => change({ gaps: current.gaps + 1 }),
  };
}
