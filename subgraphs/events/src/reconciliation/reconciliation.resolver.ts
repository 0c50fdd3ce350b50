import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { reconcile } from './reconcile.ts';
import { Reconciliation, ReconciliationPage } from './reconciliation.ts';

@Resolver()
class ReconciliationResolver {
  @Allow('events:manage')
  @Mutation(() => Reconciliation, {
    description:
      'Times out what is late, recounts every channel and corrects the counters, now; returns what it found.',
  })
  async reconcileEvents(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Reconciliation> {
    checkTenant(ctx, tenantId);
    return read(ctx, Reconciliation, await reconcile(ctx, tenantId));
  }
}

@Resolver(() => Tenant)
class TenantReconciliationsResolver {
  @Allow('events:read')
  @FieldResolver(() => Reconciliation, {
    nullable: true,
    description:
      'What the last comparison of counters and channels found; null before the first. There is one every ten minutes.',
  })
  reconciliation(@Root() { id: tenantId }: Tenant, @Ctx() ctx: Context): Promise<Reconciliation | null> {
    checkTenant(ctx, tenantId);
    return ctx.em.findOne(Reconciliation, { tenantId }, { orderBy: { id: 'desc' } });
  }

  @Allow('events:read')
  @FieldResolver(() => ReconciliationPage, {
    description:
      'The comparisons of the last seven days that found something or that somebody requested, and the last one; newest first.',
  })
  reconciliations(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ReconciliationPage> {
    checkTenant(ctx, tenantId);
    return page(ctx, Reconciliation, { tenantId }, { first, after }, { id: 'desc' });
  }
}

export const reconciliationPart = part(Reconciliation, ReconciliationResolver, TenantReconciliationsResolver);
