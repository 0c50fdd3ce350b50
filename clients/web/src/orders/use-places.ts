import { useSearchParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { PlacesDocument } from './orders.ts';

/** The locations, those that are open first, and which of them is looked at; it stands in the address. */
export function usePlaces() {
  const [search, setSearch] = useSearchParams();
  const { data, problem, askAgain } = useLiveQuery({ query: PlacesDocument });
  const all = data?.viewer?.tenant?.restaurants.flatMap(({ locations }) => locations);
  const places = all?.toSorted((one, other) => Number(one.closedAt !== null) - Number(other.closedAt !== null));
  const place = places?.find(({ id }) => id === search.get('at')) ?? places?.[0];
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  return { places, place, problem, askAgain, search, put };
}
