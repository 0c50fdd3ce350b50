import { useQuery } from 'urql';
import { useMay } from '../session/viewer.tsx';
import { ActorsDocument } from './log.ts';

/** The people and API clients that may have done something, as far as one may know them. */
export function useActors(): { value: string; label: string }[] {
  const variables = { people: useMay('people:read'), clients: useMay('access:read') };
  const [{ data }] = useQuery({ query: ActorsDocument, variables, requestPolicy: 'cache-and-network' });
  const tenant = data?.viewer?.tenant;
  const people = tenant?.members?.edges.map(({ node: { user } }) => ({ value: user.id, label: user.name })) ?? [];
  const clients = tenant?.apiClients?.edges.map(({ node: { id, name } }) => ({ value: id, label: name })) ?? [];
  return [...people, ...clients];
}
