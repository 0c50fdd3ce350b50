import type { Context } from '@mycelium/kit/context';
import { NotFound, Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { z } from 'zod';

const SECTIONS = 'query ($sections: [_Any!]!) { _entities(representations: $sections) { ... on MenuSection { id } } }';
const answerSchema = z.object({ _entities: z.array(z.object({ id: z.string() }).nullable()) });

/** Throws NotFound for a section that is not on a menu of the viewer's tenant. */
export async function checkSections({ ask, call }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { tenantId } = call.viewer;
  const context = { ...call, viewer: { kind: 'gateway' as const, id: 'boards', tenantId, scopes: ['menu:read'] } };
  const sections = ids.map((id) => ({ __typename: 'MenuSection', id }));
  const answer = await ask('restaurant', { query: SECTIONS, variables: { sections } }, context).catch((error) => {
    throw error instanceof Refused ? new Unavailable('The menu') : error;
  });
  const { _entities: found } = answerSchema.parse(answer);
  const missing = ids.find((_id, index) => !found[index]);
  if (missing !== undefined) throw new NotFound('MenuSection', missing);
}
