import { Allow, foreignKey } from '@mycelium/kit/allow';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { positionForLoad } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Cursor } from '@mycelium/schema/scalars';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Tenant, TenantPage } from './tenant.ts';

@Resolver(() => Tenant)
class TenantResolver {
  @Allow()
  @Query(() => Tenant, {
    nullable: true,
    description:
      'Your tenant by its slug; null for any other one, and FORBIDDEN for an API key, whether there is one or not.',
  })
  async tenantBySlug(
    @Arg('slug', () => String) slug: string,
    @Ctx() { em, viewer }: Context,
  ): Promise<Tenant | undefined> {
    const tenant = await em.findOne(Tenant, { slug });
    if (!tenant && viewer.kind === 'client') throw foreignKey();
    return tenant ?? undefined;
  }

  @Allow()
  @Query(() => Cursor, {
    nullable: true,
    description:
      'A position from which to follow the changes of your tenant: request it together with what you load, then subscribe `after` it, and you miss nothing that changes in between. It lies ten seconds back, so the latest changes may come again; if the answer took longer than that, load again. Null if you work in no tenant.',
  })
  async feedPosition(@Ctx() ctx: Context): Promise<string | undefined> {
    const { tenantId } = ctx.viewer;
    return tenantId && positionForLoad(ctx, tenantId);
  }

  @Allow('platform:admin')
  @Query(() => TenantPage, { description: 'Every tenant, oldest first; for platform staff.' })
  tenants(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<TenantPage> {
    return page({ ...ctx, em: asSystem(ctx) }, Tenant, {}, { first, after });
  }
}

export const tenantPart = part(Tenant, TenantResolver);
