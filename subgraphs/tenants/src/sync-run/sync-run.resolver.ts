import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Product } from '../service/product.ts';
import { TenantSync } from '../sync/sync.ts';
import { Tenant } from '../tenant/tenant.ts';
import { SyncDifference, SyncDifferencePage } from './difference.ts';
import { ExternalId } from './external-id.ts';
import { SyncFailure, SyncFailurePage } from './sync-failure.ts';
import { SyncMode, SyncRun, SyncRunPage } from './sync-run.ts';
import { askForRun, cancelRun, confirmRun, retryRun } from './write-run.ts';

@Resolver(() => SyncRun)
class SyncRunResolver {
  @Allow('sync:read')
  @Query(() => SyncRun, { nullable: true, description: 'One run; null if the tenant has none with this id.' })
  syncRun(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SyncRun | undefined> {
    return find(ctx, SyncRun, id);
  }

  @Allow('sync:write')
  @Mutation(() => SyncRun, {
    description: 'Starts a sync soon; if one is already waiting, that one is returned instead of a second.',
  })
  runSync(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('product', () => Product) product: Product,
    @Arg('mode', () => SyncMode, { defaultValue: SyncMode.MANUAL }) mode: SyncMode,
    @Ctx() ctx: Context,
  ): Promise<SyncRun> {
    return askForRun(ctx, tenantId, product, mode);
  }

  @Allow('sync:write')
  @Mutation(() => SyncRun, {
    description: 'Counts what the next run would do on both sides, without doing it; follow the run to its steps.',
  })
  previewSync(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('product', () => Product) product: Product,
    @Ctx() ctx: Context,
  ): Promise<SyncRun> {
    return askForRun(ctx, tenantId, product, SyncMode.PREVIEW);
  }

  @Allow('sync:write')
  @Mutation(() => SyncRun, { description: 'Starts a new run of only those items that failed in this one.' })
  retrySyncRun(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SyncRun> {
    return retryRun(ctx, id);
  }

  @Allow('sync:write')
  @Mutation(() => SyncRun, { description: 'Confirms a run that stopped because it would remove or zero so much.' })
  confirmSyncRun(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SyncRun> {
    return confirmRun(ctx, id);
  }

  @Allow('sync:write')
  @Mutation(() => SyncRun, { description: 'Cancels a run; what it has synced so far stays.' })
  cancelSyncRun(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SyncRun> {
    return cancelRun(ctx, id);
  }

  @FieldResolver(() => TenantSync)
  sync(@Root() run: SyncRun): Promise<TenantSync> {
    return run.sync.loadOrFail();
  }

  @FieldResolver(() => SyncFailurePage, { description: 'The items that could not be synced.' })
  failures(
    @Root() run: SyncRun,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<SyncFailurePage> {
    return page(ctx, SyncFailure, { run }, { first, after });
  }

  @FieldResolver(() => SyncDifferencePage, {
    description:
      'What it would do, for a preview and for a run that is waiting for confirmation: the first 1,000, in the order in which they would be done. Kept until the next such run.',
  })
  differences(
    @Root() run: SyncRun,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<SyncDifferencePage> {
    return page(ctx, SyncDifference, { run }, { first, after });
  }
}

@Resolver(() => Tenant)
class TenantSyncRunsResolver {
  @Allow('sync:read')
  @FieldResolver(() => SyncRunPage, { description: 'The runs of all its syncs, newest first.' })
  syncRuns(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('product', () => Product, { nullable: true, description: 'Only those of this sync.' }) product?: Product,
  ): Promise<SyncRunPage> {
    checkTenant(ctx, tenantId);
    const where = { tenantId, ...(product ? { sync: { product } } : {}) };
    return page(ctx, SyncRun, where, { first, after }, { id: 'desc' });
  }
}

export const syncRunPart = part(
  SyncRun,
  SyncFailure,
  SyncDifference,
  ExternalId,
  SyncRunResolver,
  TenantSyncRunsResolver,
);
