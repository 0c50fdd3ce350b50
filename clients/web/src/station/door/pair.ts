import { awaitPairing } from '@mycelium/client-kit/await-pairing';
import type { Client } from 'urql';
import { graphql } from '../../generated/gql.ts';
import type { StationPage } from '../page.ts';

const RequestStationPairingDocument = graphql(`
  mutation RequestStationPairing($kind: PairingKind!) {
    requestPairing(kind: $kind) {
      id
      code
      secret
      expiresAt
    }
  }
`);

const ClaimStationDocument = graphql(`
  mutation ClaimStation($id: ID!, $secret: String!) {
    claimStation(id: $id, secret: $secret) {
      token
    }
  }
`);

const StationPairingChangesDocument = graphql(`
  subscription StationPairingChanges($id: ID!, $secret: String!) {
    pairingChanged(id: $id, secret: $secret) {
      paired
    }
  }
`);

interface Heard {
  client: Client;
  kind: StationPage['kind'];
  onCode: (code: string | undefined) => void;
  onToken: (token: string) => void;
}

/** Shows one code after the other until somebody has typed one in the console. */
export function pairStation({ client, kind, onCode, onToken }: Heard): () => void {
  return awaitPairing({
    onCode,
    onToken,
    request: async () => (await client.mutation(RequestStationPairingDocument, { kind })).data?.requestPairing,
    async claim(pairing) {
      const { data, error } = await client.mutation(ClaimStationDocument, pairing);
      return { token: data?.claimStation?.token, error };
    },
    watch: (pairing, onPaired) =>
      client.subscription(StationPairingChangesDocument, pairing).subscribe(({ data }) => {
        if (data?.pairingChanged.paired) onPaired();
      }).unsubscribe,
  });
}
