import { Allow, foreignKey } from '@mycelium/kit/allow';
import { asSystem, systemOf } from '@mycelium/kit/as-system';
import { connectionOf, VendorConnection } from '@mycelium/kit/connector/connection';
import type { Context } from '@mycelium/kit/context';
import { find, update } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { parseInput } from '@mycelium/kit/input';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Settings } from '@mycelium/schema/scalars';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Product } from '../service/product.ts';
import { ProductService } from '../service/service.ts';
import { SyncFailure } from '../sync-run/sync-failure.ts';
import { SyncRun } from '../sync-run/sync-run.ts';
import { Tenant } from '../tenant/tenant.ts';
import { awaitingRunOf, failureOf, tenantOf } from './of-syncs.ts';
import { reportSync } from './report-sync.ts';
import { ReportSyncInput, SyncFilter, TenantSync, TenantSyncPage } from './sync.ts';
import { syncConfigSchema } from './sync-config.ts';
import { SyncStatusChange } from './sync-status-change.ts';

@Resolver(() => TenantSync)
class SyncResolver {
  @Allow('sync:read')
  @Query(() => TenantSync, { nullable: true, description: 'The sync of one product; null if your tenant has none.' })
  async tenantSync(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('product', () => Product) product: Product,
    @Ctx() { em, viewer }: Context,
  ): Promise<TenantSync | undefined> {
    if (tenantId !== viewer.tenantId && viewer.kind === 'client') throw foreignKey();
    if (tenantId !== viewer.tenantId) return undefined;
    return (await em.findOne(TenantSync, { product })) ?? undefined;
  }

  @Allow('sync:read')
  @Query(() => TenantSync, {
    nullable: true,
    description: 'One sync by its id; null if your tenant has none with it. Platform staff find those of all tenants.',
  })
  sync(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<TenantSync | undefined> {
    return find(ctx.viewer.scopes.includes('platform:admin') ? systemOf(ctx) : ctx, TenantSync, id);
  }

  @Allow('platform:admin')
  @Query(() => TenantSyncPage, { description: 'The syncs of all tenants, failed ones first.' })
  syncs(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('filter', () => SyncFilter, { nullable: true }) filter?: SyncFilter,
  ): Promise<TenantSyncPage> {
    const { status, product } = filter ?? {};
    const where = { ...(status ? { status } : {}), ...(product ? { product } : {}) };
    return page({ ...ctx, em: asSystem(ctx) }, TenantSync, where, { first, after }, { status: 'asc', id: 'asc' });
  }

  @Allow('sync:write')
  @Mutation(() => TenantSync, { description: 'Sets how a sync works; what you leave out takes its default.' })
  updateSyncConfig(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
    version: number,
    @Arg('config', () => Settings) config: Record<string, unknown>,
    @Ctx() ctx: Context,
  ): Promise<TenantSync> {
    return update(ctx, TenantSync, { id, version }, { config: parseInput(syncConfigSchema, config, ['config']) });
  }

  @Allow('sync:write')
  @Mutation(() => TenantSync, {
    description:
      'A product that reads the menu by itself reports the state of its sync. Only from SYNCING to SUCCESS or ERROR. Repeating a report changes nothing.',
  })
  reportSync(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ReportSyncInput) input: ReportSyncInput,
    @Ctx() ctx: Context,
  ): Promise<TenantSync> {
    return reportSync(ctx, id, input);
  }

  @Follow(
    () => SyncStatusChange,
    [syncStatusChanged],
    'sync:read',
    "Each time one of the tenant's syncs is queued, starts, makes progress, finishes or fails.",
  )
  async syncStatusChanged({ payload: { syncId, runId } }: EventOf<typeof syncStatusChanged>, ctx: Context) {
    const run = runId ? await find(ctx, SyncRun, runId) : undefined;
    return { syncId, run, sync: await find(ctx, TenantSync, syncId) };
  }

  @FieldResolver(() => ProductService)
  service(@Root() sync: TenantSync): Promise<ProductService> {
    return sync.service.loadOrFail();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() sync: TenantSync, @Ctx() ctx: Context): Promise<Tenant> {
    return tenantOf(ctx, sync);
  }

  @FieldResolver(() => SyncFailure, {
    nullable: true,
    description: 'The first item that the last run could not sync; null if there is none.',
  })
  failing(@Root() sync: TenantSync, @Ctx() ctx: Context): Promise<SyncFailure | undefined> {
    return failureOf(ctx, sync);
  }

  @FieldResolver(() => VendorConnection, {
    nullable: true,
    description:
      'The state of the connection to the product: in use, paused after failures, or paused at its request. Null while that is unknown. Changes come with syncStatusChanged.',
  })
  connection(@Root() { service }: TenantSync, @Ctx() { redis }: Context): Promise<VendorConnection | undefined> {
    return connectionOf(redis, service.id);
  }

  @FieldResolver(() => SyncRun, {
    nullable: true,
    description: 'The run that is waiting for confirmation; null if there is none.',
  })
  awaitingRun(@Root() sync: TenantSync, @Ctx() ctx: Context): Promise<SyncRun | undefined> {
    return awaitingRunOf(ctx, sync);
  }
}

@Resolver(() => Tenant)
class TenantSyncsResolver {
  @Allow('sync:read')
  @FieldResolver(() => [TenantSync], { description: 'Its syncs, at most one for each product.' })
  syncs(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<TenantSync[]> {
    return em.find(TenantSync, { tenantId: tenant.id }, { orderBy: { product: 'asc' } });
  }
}

export const syncPart = part(TenantSync, VendorConnection, SyncResolver, TenantSyncsResolver);
