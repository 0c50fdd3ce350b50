import { useContext, useEffect } from 'react';
import { type AnyVariables, type Client, type GraphQLRequestParams, useClient } from 'urql';
import { pipe, subscribe } from 'wonka';
import { positionOf } from '../graph/use-feed.ts';
import { useViewer } from '../session/viewer.tsx';
import { type Asker, type First, isFor } from './area.ts';
import { AreasContext } from './use-areas.ts';

/** A page that is not there by then asks itself; a feed that it follows then still begins before what was asked here. */
const HELD_MS = 5_000;

/** Undefined until it is known who asks. */
let asker: Asker | undefined;

/** Asks what a page on its way asks first; not for who lacks its scope, nor before it is known who that is, since the page then asks itself. */
export function askFirst(first: First | undefined, scope: string | undefined): void {
  if (asker && (scope === undefined || asker.may(scope))) first?.(asker);
}

/** While the console is open, pages on their way can ask. */
export function useAsker(): void {
  const client = useClient();
  const areas = useContext(AreasContext);
  const { viewer, tenant } = useViewer();
  useEffect(() => {
    const own: Asker = {
      tenantId: tenant.id,
      areas: areas.filter((area) => isFor(viewer, area)),
      may: (scope) => viewer.scopes.includes(scope),
      ask: (question) => hold(client, question),
      beginAt: (position) => void positionOf(client, position),
    };
    asker = own;
    return () => {
      if (asker === own) asker = undefined;
    };
  }, [client, areas, viewer, tenant]);
}

/** A question that is held is asked once, and answers whoever joins it. */
function hold<Data, Variables extends AnyVariables>(
  client: Client,
  { query, variables }: GraphQLRequestParams<Data, Variables>,
): void {
  const { unsubscribe } = pipe(
    client.query(query, variables),
    subscribe(() => undefined),
  );
  setTimeout(unsubscribe, HELD_MS);
}
