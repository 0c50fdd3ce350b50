import { z } from 'zod';
import type { Context } from './context.ts';
import { Invalid, NotFound, Unavailable } from './errors.ts';
import { Refused } from './neighbours.ts';

const LOCATION =
  'query ($locations: [_Any!]!) { _entities(representations: $locations) { ... on Location { closedAt } } }';
const answerSchema = z.object({
  _entities: z.array(z.object({ closedAt: z.string().nullable() }).nullable()).length(1),
});

/** Throws NotFound for what is no location of the viewer's tenant, and Invalid at the path for one that is closed, as the restaurant subgraph knows them. */
export async function checkLocation({ ask, call }: Context, id: string, path: readonly string[]): Promise<void> {
  const { tenantId } = call.viewer;
  const context = { ...call, viewer: { kind: 'gateway' as const, id: 'locations', tenantId, scopes: ['menu:read'] } };
  const locations = [{ __typename: 'Location', id }];
  const answer = await ask('restaurant', { query: LOCATION, variables: { locations } }, context).catch((error) => {
    throw error instanceof Refused ? new Unavailable('The list of locations') : error;
  });
  const [found] = answerSchema.parse(answer)._entities;
  if (!found) throw new NotFound('Location', id);
  if (found.closedAt) throw new Invalid('This location is closed.', path, { reason: 'LOCATION_CLOSED' });
}
