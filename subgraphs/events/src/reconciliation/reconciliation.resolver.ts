import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { reconcile } from './reconcile.ts';
import { Reconciliation, ReconciliationPage } from './reconciliation.ts';

@Resolver()
class ReconciliationResolver {
  @Allow('events:read')
  @Query(() => Reconciliation, {
    nullable: true,
    description:
      'What the last comparison of counters and channels found; null before the first. There is one every ten minutes.',
  })
  async reconciliation(
    @Arg('tenantId', () => ID) tenantId: string,
    @Ctx() ctx: Context,
  ): Promise<Reconciliation | null> {
    return ctx.em.findOne(Reconciliation, { tenantId: ownTenant(ctx, tenantId) }, { orderBy: { id: 'desc' } });
  }

  @Allow('events:read')
  @Query(() => ReconciliationPage, {
    description:
      'The comparisons of the last seven days that found something or that somebody asked for, and the last one; newest first.',
  })
  async reconciliations(
    @Arg('tenantId', () => ID) tenantId: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ReconciliationPage> {
    return page(ctx, Reconciliation, { tenantId: ownTenant(ctx, tenantId) }, { first, after }, { id: 'desc' });
  }

  @Allow('events:manage')
  @Mutation(() => Reconciliation, {
    description:
      'Gives up what is late, counts every channel anew and puts the counters right, now; answers what was found.',
  })
  async reconcileEvents(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Reconciliation> {
    const tenant = ownTenant(ctx, tenantId);
    return read(ctx, Reconciliation, await reconcile(ctx, tenant));
  }
}

export const reconciliationPart = part(Reconciliation, ReconciliationResolver);
