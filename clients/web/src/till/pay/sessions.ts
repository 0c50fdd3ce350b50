import { graphql } from '../../generated/gql.ts';

export const TillOpenSessionDocument = graphql(`
  mutation TillOpenSession($input: OpenCashSessionInput!) {
    openCashSession(input: $input) {
      id
    }
  }
`);

export const TillExternalDocument = graphql(`
  mutation TillExternal($input: RecordExternalInput!) {
    recordExternal(input: $input) {
      id
      order {
        id
        ...TillOrder
      }
    }
  }
`);
