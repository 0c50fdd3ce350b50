import { systemOf } from '@mycelium/kit/as-system';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { part } from '@mycelium/kit/part';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Membership } from '../user/membership.ts';
import { User } from '../user/user.ts';
import { Colleague } from './colleague.ts';

@Resolver(() => Colleague)
class ColleagueResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Null once they no longer work there.' })
  name(@Root() { id }: Colleague, @Ctx() ctx: Context): Promise<string | null> {
    return batched(ctx, id, namesOfAll);
  }
}

/** Of those who work for the tenant of the viewer, and of nobody else. */
const namesOfAll: Batch<string, string | null> = async (ctx, ids) => {
  const members = await ctx.em.find(Membership, { user: oneOf(ids) });
  const userIds = members.map(({ user }) => user.id);
  const users = await systemOf(ctx).em.find(User, { id: { $in: userIds } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
};

export const colleaguePart = part(Colleague, ColleagueResolver);
