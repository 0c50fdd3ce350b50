import { useSearchParams } from 'react-router';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { FloorAreaFeedDocument, FloorDocument, FloorPlacesDocument, TableFeedDocument } from './floor.ts';

/** The floors of the tenant, which of them is looked at, and its areas and tables, as they change. */
export function useFloor() {
  const [asked, setAsked] = useSearchParams();
  const known = useLiveQuery({ query: FloorPlacesDocument });
  const places = known.data?.viewer?.tenant?.restaurants
    .flatMap(({ locations }) => locations)
    .filter(({ closedAt }) => !closedAt);
  const place = places?.find(({ id }) => id === asked.get('at')) ?? places?.[0];
  const floor = useFloorOf(place?.id);
  return {
    ...{ places, place, areas: floor.areas, tables: floor.tables },
    problem: known.problem ?? floor.problem,
    askAgain: known.problem ? known.askAgain : floor.askAgain,
    choose: (id: string) => setAsked({ at: id }, { replace: true }),
  };
}

function useFloorOf(locationId: string | undefined) {
  const variables = { locationId: locationId ?? '' };
  const pause = locationId === undefined;
  const { data, problem, askAgain } = useLiveQuery({ query: FloorDocument, variables, pause });
  const following = { variables: { ...variables, after: data?.position ?? null }, pause: pause || data === undefined };
  useSubscription({ query: TableFeedDocument, ...following });
  useSubscription({ query: FloorAreaFeedDocument, ...following });
  const here = data?.location?.id === locationId ? data?.location : undefined;
  return { areas: here?.floorAreas, tables: here?.tables, problem, askAgain };
}
