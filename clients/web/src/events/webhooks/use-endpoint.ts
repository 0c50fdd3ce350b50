import { type Asked, useThing } from '../../graph/use-thing.ts';
import { useAskedInSight } from '../use-watched.ts';
import { type Endpoint, EndpointDocument } from './webhooks.ts';

/** One address by its id, as it is now. */
export function useEndpoint(id: string): Asked<Endpoint> {
  return useAskedInSight(
    useThing({ query: EndpointDocument, variables: { id } }, ({ webhookEndpoint }) => webhookEndpoint),
  );
}
