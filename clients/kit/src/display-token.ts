import type { Credential } from './credential.ts';

export interface DisplayToken extends Credential {
  /** The screen was paired: keep its token over reloads. */
  keep(token: string): void;
  /** The screen has to be paired again. */
  forget(): void;
}

/**
 * A screen's token. It is never renewed: when the server refuses it (the screen was revoked), `token()` is undefined until
 * the screen is paired again. The refused one stays in the storage and is tried once more after a reload.
 */
export function createDisplayToken(storage: Storage = localStorage, key = 'mycelium.display'): DisplayToken {
  const listeners = new Set<() => void>();
  let token = storage.getItem(key) ?? undefined;

  function change(next: string | undefined) {
    if (next === token) return;
    token = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    token: () => token,
    isStale: () => false,
    async renew(refused) {
      if (refused === token) change(undefined);
      return token !== undefined;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep(next) {
      storage.setItem(key, next);
      change(next);
    },
    forget() {
      storage.removeItem(key);
      change(undefined);
    },
  };
}
