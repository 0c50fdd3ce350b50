import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import type { Place } from '../locations/use-places.ts';
import { CashFeedDocument, DrawersDocument } from './cash.ts';

/** The drawers of a location as they change, and all that goes through them, for as long as its page is open. */
export function useDrawers(place: Place | undefined) {
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
