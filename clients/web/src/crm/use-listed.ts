import { useParams, useSearchParams } from 'react-router';

/** The id that an address names, and the list in which it lies, filtered as it was. */
export function useListed(pathname: string) {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  return { id, list: { pathname, search: search.toString() } };
}
