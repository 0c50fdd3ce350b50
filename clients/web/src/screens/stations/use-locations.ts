import { useQuery } from 'urql';
import { LocationChoicesDocument } from './stations.ts';

/** The locations that are open, to choose from; undefined until they are known. */
export function useLocations(): { value: string; label: string }[] | undefined {
  const [{ data }] = useQuery({ query: LocationChoicesDocument });
  return data?.viewer?.tenant?.restaurants
    .flatMap(({ locations }) => locations)
    .filter(({ closedAt }) => !closedAt)
    .map(({ id, name }) => ({ value: id, label: name }));
}
