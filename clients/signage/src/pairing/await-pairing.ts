import { waitAfter } from '@mycelium/client-kit/patience';
import { problemOf } from '@mycelium/client-kit/problem';
import type { Client } from '@urql/core';
import type { RequestPairingMutation } from '../generated/graphql.ts';
import { claimPairing, pairingChanges, requestPairing } from './documents.ts';

type Pairing = RequestPairingMutation['requestPairing'];

export interface AwaitPairingOptions {
  client: Client;
  /** There is a code to show, or none while the server is away. */
  onCode: (code: string | undefined) => void;
  onToken: (token: string) => void;
}

const POLL_MS = 5_000;
const RENEW_BEFORE_MS = 30_000;
/** A code may be typed in its last moment, and the screen hear of it late. */
const WATCH_AFTER_MS = 60_000;

/**
 * Shows one code after the other until an operator has typed one. A code goes on being watched until it has expired, also
 * when a newer one is shown: somebody may be typing it. Several claims may be under way; all of one pairing answer alike.
 */
export function awaitPairing({ client, onCode, onToken }: AwaitPairingOptions): () => void {
  let isOver = false;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const watches = new Set<() => void>();

  async function showNext() {
    for (let failures = 0; !isOver; await waitAfter(failures)) {
      const { data } = await client.mutation(requestPairing, {});
      if (isOver) return;
      if (data) return show(data.requestPairing);
      failures++;
    }
  }

  function show(pairing: Pairing) {
    const left = Date.parse(pairing.expiresAt) - Date.now();
    onCode(pairing.code);
    watch(pairing, left);
    renewal = setTimeout(() => void showNext(), Math.max(left - RENEW_BEFORE_MS, POLL_MS));
  }

  function watch({ id, secret }: Pairing, left: number) {
    const claim = async () => {
      const { data, error } = await client.mutation(claimPairing, { id, secret });
      if (error && problemOf(error).code === 'NOT_FOUND') end();
      const token = data?.claimPairing?.token;
      if (!token || isOver) return;
      stop();
      onToken(token);
    };
    const { unsubscribe } = client.subscription(pairingChanges, { id, secret }).subscribe(({ data }) => {
      if (data?.pairingChanged.paired) void claim();
    });
    const polling = setInterval(() => void claim(), POLL_MS);
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
