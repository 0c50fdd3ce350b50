import { useSubscription } from 'urql';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { type Place, usePlaces } from '../../locations/use-places.ts';
import { KitchenStationFeedDocument, KitchenStationsDocument } from './stations.ts';

/** The kitchens of the tenant, which of them is looked at, and its stations, as they change. */
export function useKitchen() {
  const { places: kitchens, place: kitchen, choose, ...known } = usePlaces();
  const { stations, ...asked } = useStations(kitchen);
  return { ...{ kitchens, kitchen, stations, choose }, ...(known.problem ? known : asked) };
}

function useStations(kitchen: Place | undefined) {
  const variables = { locationId: kitchen?.id ?? '' };
  const pause = kitchen === undefined;
  const { data, problem, askAgain } = useLiveQuery({ query: KitchenStationsDocument, variables, pause });
  useSubscription({
    query: KitchenStationFeedDocument,
    variables: { ...variables, after: data?.position ?? null },
    pause: pause || data === undefined,
  });
  const isAnswer = data?.location?.id === kitchen?.id;
  return { stations: isAnswer ? data?.location?.kitchenStations : undefined, problem, askAgain };
}
