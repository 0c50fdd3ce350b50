import { useSearchParams } from 'react-router';
import { useAllPlaces } from '../locations/use-places.ts';

/** The locations, those that are open first, and which of them is looked at; it stands in the address. */
export function useOrderPlaces() {
  const [search, setSearch] = useSearchParams();
  const { places: all, problem, askAgain } = useAllPlaces();
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
