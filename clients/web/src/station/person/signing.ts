import type { Credential } from '@mycelium/client-kit/credential';
import { useSyncExternalStore } from 'react';

/** Somebody who has signed in with a PIN. */
export interface Signed {
  token: string;
  userId: string;
  name: string;
  scopes: readonly string[];
  idleSeconds: number;
}

export interface Signing extends Credential {
  signed(): Signed | undefined;
  /** Somebody has signed in, or out. */
  set(signed: Signed | undefined): void;
  /** Something was done: the time without use begins again. */
  used(): void;
}

const KEY = 'mycelium.signed';

/**
 * Who is signed in at this station, over a reload too, until they leave or do nothing for a while. What is written goes in their
 * name, and in the station's own where nobody is: so what waits in the outbox is sent, though who has made it has left.
 */
export function createSigning(station: Credential, storage: Storage = sessionStorage): Signing {
  const listeners = new Set<() => void>();
  let current = read(storage.getItem(KEY));
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(signed: Signed | undefined): void {
    current = signed;
    if (signed) storage.setItem(KEY, JSON.stringify(signed));
    else storage.removeItem(KEY);
    used();
    for (const listener of [...listeners]) listener();
  }

  function used(): void {
    clearTimeout(timer);
    if (current) timer = setTimeout(() => set(undefined), current.idleSeconds * 1_000);
  }

  used();
  return {
    signed: () => current,
    set,
    used,
    token: () => current?.token ?? station.token(),
    isStale: () => (current ? false : station.isStale()),
    async renew(refused) {
      if (!current || current.token !== refused) return station.renew(refused);
      set(undefined);
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      const stop = station.onChange(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function read(text: string | null): Signed | undefined {
  try {
    const { token, userId, name, scopes, idleSeconds }: Partial<Signed> = JSON.parse(text ?? '{}') ?? {};
    const isWhole = token && userId && name && Array.isArray(scopes) && Number.isFinite(idleSeconds);
    return isWhole ? ({ token, userId, name, scopes, idleSeconds } as Signed) : undefined;
  } catch {
    return undefined;
  }
}

export function useSigned(signing: Pick<Signing, 'onChange' | 'signed'>): Signed | undefined {
  return useSyncExternalStore(signing.onChange, signing.signed);
}
