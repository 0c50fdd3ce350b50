import { awaitPairing as awaitAny } from '@mycelium/client-kit/await-pairing';
import type { Client } from '@urql/core';
import { claimPairing, pairingChanges, requestPairing } from './documents.ts';

interface AwaitPairingOptions {
  client: Client;
  /** There is a code to show, or none while the server is away. */
  onCode: (code: string | undefined) => void;
  onToken: (token: string) => void;
}

/** Shows one code after the other until an operator has typed one. */
export function awaitPairing({ client, ...heard }: AwaitPairingOptions): () => void {
  return awaitAny({
    ...heard,
    request: async () => (await client.mutation(requestPairing, {})).data?.requestPairing,
    async claim(pairing) {
      const { data, error } = await client.mutation(claimPairing, pairing);
      return { token: data?.claimPairing?.token, error };
    },
    watch: (pairing, onPaired) =>
      client.subscription(pairingChanges, pairing).subscribe(({ data }) => {
        if (data?.pairingChanged.paired) onPaired();
      }).unsubscribe,
  });
}
