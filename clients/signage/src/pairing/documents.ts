import { graphql } from '../generated/gql.ts';

export const requestPairing = graphql(`
  mutation RequestPairing {
    requestPairing {
      id
      code
      secret
      expiresAt
    }
  }
`);

export const claimPairing = graphql(`
  mutation ClaimPairing($id: ID!, $secret: String!) {
    claimPairing(id: $id, secret: $secret) {
      token
    }
  }
`);

export const pairingChanges = graphql(`
  subscription PairingChanges($id: ID!, $secret: String!) {
    pairingChanged(id: $id, secret: $secret) {
      paired
    }
  }
`);
