import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { part } from '@mycelium/kit/part';
import { ownRow } from '@mycelium/kit/personal';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Display } from '../display/display.ts';
import { Station } from '../station/station.ts';
import { Tenant } from '../tenant/tenant.ts';
import { User } from '../user/user.ts';
import { ViewerAnswer, ViewerKind } from './viewer.ts';

const kinds = {
  user: ViewerKind.USER,
  display: ViewerKind.DISPLAY,
  station: ViewerKind.STATION,
  client: ViewerKind.CLIENT,
};

@Resolver(() => ViewerAnswer)
class ViewerResolver {
  @Directive('@viewerSpecific')
  @Query(() => ViewerAnswer, { nullable: true, description: 'Who is asking; null if nobody is logged in.' })
  viewer(@Ctx() { viewer }: Context): ViewerAnswer | undefined {
    const { kind, id, role, scopes, tenantId } = viewer;
    if (kind === 'anonymous' || kind === 'gateway') return undefined;
    return { id, kind: kinds[kind], role, scopes, tenantId };
  }

  @FieldResolver(() => User, { nullable: true, description: 'The person; null for screens and API clients.' })
  async user(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<User | undefined> {
    if (viewer.kind !== ViewerKind.USER) return undefined;
    const user = await asSystem(ctx).findOne(User, { id: viewer.id });
    return user ? ownRow(user) : undefined;
  }

  @FieldResolver(() => Display, { nullable: true, description: 'The screen; null for people and API clients.' })
  async display(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<Display | undefined> {
    return viewer.kind === ViewerKind.DISPLAY ? find(ctx, Display, viewer.id) : undefined;
  }

  @FieldResolver(() => Station, { nullable: true, description: 'The station; null for everybody else.' })
  async station(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<Station | undefined> {
    return viewer.kind === ViewerKind.STATION ? find(ctx, Station, viewer.id) : undefined;
  }

  @FieldResolver(() => Tenant, {
    nullable: true,
    description: 'The current tenant; null for platform staff who have not chosen one.',
  })
  async tenant(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<Tenant | undefined> {
    if (!viewer.tenantId) return undefined;
    // Whoever has just logged in or gone over to a tenant does not see it yet by themselves.
    const em = viewer.tenantId === ctx.viewer.tenantId ? ctx.em : asSystem(ctx);
    return (await em.findOne(Tenant, { id: viewer.tenantId })) ?? undefined;
  }
}

export const viewerPart = part(ViewerResolver);
