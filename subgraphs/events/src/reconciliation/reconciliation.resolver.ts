import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { reconcile } from './reconcile.ts';
import { Reconciliation } from './reconciliation.ts';

@Resolver()
export class ReconciliationResolver {
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
    return ctx.em.findOne(Reconciliation, { tenantId: ownTenant(ctx, tenantId) });
  }

  @Allow('events:manage')
  @Mutation(() => Reconciliation, {
    description:
      'Gives up what is late, counts every channel anew and puts the counters right, now; answers what was found.',
  })
  async reconcileEvents(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Reconciliation> {
    ownTenant(ctx, tenantId);
    await reconcile(ctx, tenantId);
    return ctx.em.findOneOrFail(Reconciliation, { tenantId });
  }
}
