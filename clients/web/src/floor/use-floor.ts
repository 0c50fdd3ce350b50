import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { usePlaces } from '../locations/use-places.ts';
import { FloorAreaFeedDocument, FloorDocument, TableFeedDocument } from './floor.ts';

/** The floors of the tenant, which of them is looked at, and its areas and tables, as they change. */
export function useFloor() {
  const { places, place, choose, ...known } = usePlaces();
  const { areas, tables, ...floor } = useFloorOf(place?.id);
  return { ...{ places, place, areas, tables, choose }, ...(known.problem ? known : floor) };
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
