import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../generated/gql.ts';

const SplitPreviewDocument = graphql(`
  query SplitPreview($id: ID!, $by: SplitBy!, $checks: [SplitCheckInput!]!) {
    order(id: $id) {
      id
      splitPreview(by: $by, checks: $checks) {
        lines {
          lineId
          quantity
          amount {
            amount
            currency
          }
        }
        tax {
          amount
          currency
        }
        serviceCharge {
          amount
          currency
        }
        total {
          amount
          currency
        }
      }
    }
  }
`);

/** What is asked of the graph: the preview and the split are the same question. */
export type SplitVariables = VariablesOf<typeof SplitPreviewDocument>;
export type CheckPreview = NonNullable<ResultOf<typeof SplitPreviewDocument>['order']>['splitPreview'][number];

/** What each check would come to, as the server reckons it, for the order as it is now; undefined until it has, and with `isOff`. */
export function useSplitPreview(
  variables: SplitVariables,
  { version, isOff }: { version: number; isOff: boolean },
): { checks?: readonly CheckPreview[]; problem?: Problem } {
  const [{ data, error, fetching }, ask] = useQuery({
    query: SplitPreviewDocument,
    variables,
    pause: isOff,
    requestPolicy: 'network-only',
  });
  const [asked, setAsked] = useState(version);
  useEffect(() => {
    if (asked === version) return;
    setAsked(version);
    ask({ requestPolicy: 'network-only' });
  }, [version, asked, ask]);
  if (isOff || fetching || asked !== version) return {};
  return error ? { problem: problemOf(error) } : { checks: data?.order?.splitPreview ?? [] };
}
