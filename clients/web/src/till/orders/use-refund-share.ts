import type { ResultOf } from '@graphql-typed-document-node/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useQuery } from 'urql';
import { graphql } from '../../generated/gql.ts';

const RefundedDocument = graphql(`
  query TillRefunded($id: ID!) {
    order(id: $id) {
      id
      refunds {
        id
        tip {
          amount
          currency
        }
        lines {
          lineId
          quantity
        }
      }
    }
  }
`);

const RefundShareDocument = graphql(`
  query TillRefundShare($id: ID!, $lines: [RefundLineInput!], $tip: MinorUnits) {
    order(id: $id) {
      id
      refundShare(lines: $lines, tip: $tip) {
        amount {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        tip {
          amount
          currency
        }
        tenders {
          paymentId
          tender
          amount {
            amount
            currency
          }
          tip {
            amount
            currency
          }
        }
      }
    }
  }
`);

type Share = NonNullable<NonNullable<ResultOf<typeof RefundShareDocument>['order']>['refundShare']>;

/** What is to be given back: of these lines so much, and so much of the tip, in minor units. */
export interface RefundAsked {
  lines?: { lineId: string; quantity: string }[];
  tip?: number;
}

const fresh = { requestPolicy: 'network-only' } as const;

/** What of an order was given back; undefined until the server has said so. */
export function useRefunded(id: string) {
  const [{ data, error }] = useQuery({ query: RefundedDocument, variables: { id }, ...fresh });
  return { refunds: data?.order?.refunds, problem: error && problemOf(error) };
}

/** What a refund would give back, and to which payments, as the server reckons it; undefined until it has, and where nothing is asked. */
export function useRefundShare(id: string, asked: RefundAsked | undefined): { share?: Share; problem?: Problem } {
  const [{ data, error, fetching }] = useQuery({
    query: RefundShareDocument,
    variables: { id, ...asked },
    pause: !asked,
    ...fresh,
  });
  if (!asked || fetching) return {};
  if (error) return { problem: problemOf(error) };
  const share = data?.order?.refundShare;
  return share ? { share } : {};
}
