import type { ResultOf } from '@graphql-typed-document-node/core';
import { useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';

const PlacesDocument = graphql(`
  query Places {
    viewer {
      id
      tenant {
        id
        restaurants {
          id
          locations {
            id
            name
            closedAt
            currency
            timeZone
            dayStart
          }
        }
      }
    }
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof PlacesDocument>['viewer']>['tenant']>;
export type Place = Tenant['restaurants'][number]['locations'][number];

/** The locations of the tenant, also those that are closed. */
export function useAllPlaces() {
  const { data, problem, askAgain } = useLiveQuery({ query: PlacesDocument });
  const places = data?.viewer?.tenant?.restaurants.flatMap(({ locations }) => locations);
  return { places, problem, askAgain };
}

/** The locations of the tenant that are open, and which of them is looked at: the address says so. */
export function usePlaces() {
  const [asked, setAsked] = useSearchParams();
  const { places: all, problem, askAgain } = useAllPlaces();
  const places = all?.filter(({ closedAt }) => !closedAt);
  return {
    ...{ places, problem, askAgain },
    place: places?.find(({ id }) => id === asked.get('at')) ?? places?.[0],
    choose: (id: string) => setAsked({ at: id }, { replace: true }),
  };
}
