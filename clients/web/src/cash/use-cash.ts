import { useSearchParams } from 'react-router';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { CashFeedDocument, type CashPlace, CashPlacesDocument, DrawersDocument } from './cash.ts';

/** The locations of the tenant that are open, and which of them is looked at: the address says so. */
export function usePlaces() {
  const [asked, setAsked] = useSearchParams();
  const { data, problem, askAgain } = useLiveQuery({ query: CashPlacesDocument });
  const places = data?.viewer?.tenant?.restaurants
    .flatMap(({ locations }) => locations)
    .filter(({ closedAt }) => !closedAt);
  return {
    ...{ places, problem, askAgain },
    place: places?.find(({ id }) => id === asked.get('at')) ?? places?.[0],
    choose: (id: string) => setAsked({ at: id }, { replace: true }),
  };
}

/** The drawers of a location as they change, and all that goes through them, for as long as its page is open. */
export function useDrawers(place: CashPlace | undefined) {
  const variables = { locationId: place?.id ?? '' };
  const pause = place === undefined;
  const { data, problem, askAgain } = useLiveQuery({ query: DrawersDocument, variables, pause });
  useSubscription({
    query: CashFeedDocument,
    variables: { ...variables, after: data?.position ?? null },
    pause: pause || data === undefined,
  });
  const isAnswer = data?.location?.id === place?.id;
  return { drawers: isAnswer ? data?.location?.drawers : undefined, problem, askAgain };
}
