import type { CombinedError } from '@urql/core';
import { waitAfter } from './patience.ts';
import { problemOf } from './problem.ts';

/** A code that a device shows, and what it collects its token with. */
export interface Pairing {
  id: string;
  code: string;
  secret: string;
  expiresAt: string;
}

type Claiming = Pick<Pairing, 'id' | 'secret'>;

export interface AwaitPairingOptions {
  /** Asks for a code; undefined while the server is away. */
  request: () => Promise<Pairing | undefined>;
  /** Asks for the token. */
  claim: (pairing: Claiming) => Promise<{ token?: string; error?: CombinedError }>;
  /** Calls as soon as an operator has typed the code. Answers how to stop. */
  watch: (pairing: Claiming, onPaired: () => void) => () => void;
  /** There is a code to show, or none while the server is away. */
  onCode: (code: string | undefined) => void;
  onToken: (token: string) => void;
}

const POLL_MS = 5_000;
const RENEW_BEFORE_MS = 30_000;
/** A code may be typed in its last moment, and the device hear of it late. */
const WATCH_AFTER_MS = 60_000;

/**
 * Shows one code after the other until an operator has typed one. A code goes on being watched until it has expired, also
 * when a newer one is shown: somebody may be typing it. Several claims may be under way; all of one pairing answer alike.
 */
export function awaitPairing({ request, claim, watch, onCode, onToken }: AwaitPairingOptions): () => void {
  let isOver = false;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const watches = new Set<() => void>();

  async function showNext() {
    for (let failures = 0; !isOver; await waitAfter(failures)) {
      const pairing = await request();
      if (isOver) return;
      if (pairing) return show(pairing);
      failures++;
    }
  }

  function show(pairing: Pairing) {
    const left = Date.parse(pairing.expiresAt) - Date.now();
    onCode(pairing.code);
    follow(pairing, left);
    renewal = setTimeout(() => void showNext(), Math.max(left - RENEW_BEFORE_MS, POLL_MS));
  }

  function follow({ id, secret }: Pairing, left: number) {
    const collect = async () => {
      const { token, error } = await claim({ id, secret });
      if (error && problemOf(error).code === 'NOT_FOUND') end();
      if (!token || isOver) return;
      stop();
      onToken(token);
    };
    const unsubscribe = watch({ id, secret }, () => void collect());
    const polling = setInterval(() => void collect(), POLL_MS);
    const end = () => {
      unsubscribe();
      clearInterval(polling);
      clearTimeout(expiry);
      watches.delete(end);
    };
    const expiry = setTimeout(end, left + WATCH_AFTER_MS);
    watches.add(end);
  }

  function stop() {
    isOver = true;
    clearTimeout(renewal);
    for (const end of [...watches]) end();
  }

  void showNext();
  return stop;
}
