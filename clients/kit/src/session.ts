import type { Credential } from './credential.ts';
import { exclusively } from './exclusively.ts';

/** What the graph's Session says about tokens. */
export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

/** What came of asking for new tokens: they are here, the session is over, or the server could not be asked. */
export type Renewal = SessionTokens | 'over' | 'away';

export interface SessionOptions {
  /** Asks the server for new tokens. */
  refresh: (refreshToken: string) => Promise<Renewal>;
  storage?: Storage;
  key?: string;
}

export interface Session extends Credential {
  /** Keeps the tokens of a login, or of a change of tenant. */
  open(tokens: SessionTokens): void;
  /** Forgets the session in every tab; answers its refresh token, so that the server can be told. */
  close(): string | undefined;
}

const STALE_BEFORE_MS = 30_000;
const RENEW_BEFORE_MS = 60_000;

/**
 * A person's session, kept in the browser's storage and shared by its tabs. It renews itself a minute before the access
 * token ends. Only one tab renews at a time, because a refresh token that is used twice ends the session.
 */
export function createSession({ refresh, storage = localStorage, key = 'mycelium.session' }: SessionOptions): Session {
  const listeners = new Set<() => void>();
  let tokens = readTokens(storage.getItem(key));
  let renewing: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function adopt(next: SessionTokens | undefined) {
    const isNew = next?.accessToken !== tokens?.accessToken;
    tokens = next;
    schedule();
    if (isNew) for (const listener of [...listeners]) listener();
  }

  function keep(next: SessionTokens | undefined) {
    if (next) storage.setItem(key, JSON.stringify(next));
    else storage.removeItem(key);
    adopt(next);
  }

  function schedule() {
    clearTimeout(timer);
    if (!tokens) return;
    const left = Date.parse(tokens.expiresAt) - Date.now() - RENEW_BEFORE_MS;
    timer = setTimeout(() => void renew(tokens?.accessToken), Math.max(left, 1_000));
  }

  /** Another tab may have renewed while this one waited for its turn: then its tokens are taken. */
  async function renewInTurn(refused: string | undefined): Promise<boolean> {
    const stored = readTokens(storage.getItem(key));
    if (!stored || stored.accessToken !== refused) {
      adopt(stored);
      return stored !== undefined;
    }
    const renewal = await refresh(stored.refreshToken);
    if (renewal === 'away') return false;
    keep(renewal === 'over' ? undefined : renewal);
    return renewal !== 'over';
  }

  async function renew(refused: string | undefined): Promise<boolean> {
    renewing ??= exclusively(key, () => renewInTurn(refused)).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  if (typeof window !== 'undefined') {
    window.addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) adopt(readTokens(storage.getItem(key)));
    });
  }
  schedule();

  return {
    token: () => tokens?.accessToken,
    isStale: () => tokens !== undefined && Date.parse(tokens.expiresAt) - Date.now() < STALE_BEFORE_MS,
    renew,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: keep,
    close() {
      const refreshToken = tokens?.refreshToken;
      keep(undefined);
      return refreshToken;
    },
  };
}

function readTokens(text: string | null): SessionTokens | undefined {
  if (!text) return undefined;
  try {
    const { accessToken, refreshToken, expiresAt }: Partial<SessionTokens> = JSON.parse(text);
    return accessToken && refreshToken && expiresAt ? { accessToken, refreshToken, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}
