import { useSearchParams } from 'react-router';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { type Kitchen, KitchenStationFeedDocument, KitchenStationsDocument, KitchensDocument } from './stations.ts';

/** The kitchens of the tenant, which of them is looked at, and its stations, as they change. */
export function useKitchen() {
  const [asked, setAsked] = useSearchParams();
  const { data, problem, askAgain } = useLiveQuery({ query: KitchensDocument });
  const kitchens = data?.viewer?.tenant?.restaurants
    .flatMap(({ locations }) => locations)
    .filter(({ closedAt }) => !closedAt);
  const kitchen = kitchens?.find(({ id }) => id === asked.get('at')) ?? kitchens?.[0];
  const stations = useStations(kitchen);
  return {
    ...{ kitchens, kitchen, stations: stations.stations },
    problem: problem ?? stations.problem,
    askAgain: problem ? askAgain : stations.askAgain,
    choose: (id: string) => setAsked({ at: id }, { replace: true }),
  };
}

function useStations(kitchen: Kitchen | undefined) {
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
