import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Invalid, Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';

const MEMBER = `query ($t: [_Any!]!, $users: [ID!]!) {
  _entities(representations: $t) { ... on Tenant { members(users: $users, first: 1) { edges { node { user { id } } } } } }
}`;

const memberSchema = z.object({
  _entities: z.tuple([
    z
      .object({
        members: z.object({
          edges: z.array(z.object({ node: z.object({ user: z.object({ id: z.uuid() }).nullable() }) })),
        }),
      })
      .nullable(),
  ]),
});

/** Who serves: somebody of the tenant. Throws Invalid for anybody else, Unavailable while nobody can say. Ask before anything is locked: the answer comes from another subgraph. */
export async function checkServer(ctx: Context, userId: string, path: readonly string[]): Promise<string> {
  if (ctx.viewer.kind === 'user' && ctx.viewer.id === userId) return userId;
  const found = isUuid(userId) ? await memberOf(ctx, userId) : undefined;
  if (!found) throw new Invalid('Nobody of this business has this id.', path, { reason: 'UNKNOWN' });
  return found;
}

async function memberOf(ctx: Context, userId: string): Promise<string | undefined> {
  const tenantId = ownTenant(ctx);
  const viewer = { kind: 'gateway' as const, id: 'restaurant', tenantId, scopes: ['people:read'] };
  const variables = { t: [{ __typename: 'Tenant', id: tenantId }], users: [userId] };
  const answer = await ctx
    .ask('tenants', { query: MEMBER, variables }, { ...ctx.call, viewer })
    .catch((error: unknown): never => {
      throw error instanceof Refused ? new Unavailable('The people of this business') : error;
    });
  return memberSchema.parse(answer)._entities[0]?.members.edges[0]?.node.user?.id;
}
