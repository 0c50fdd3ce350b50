import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { TenantSync } from '../sync/sync.ts';
import { Tenant } from '../tenant/tenant.ts';
import { Side, SyncConflict, SyncConflictPage } from './conflict.ts';
import { resolveConflict } from './resolve-conflict.ts';

@Resolver(() => SyncConflict)
class ConflictResolver {
  @Allow('sync:write')
  @Mutation(() => SyncConflict, {
    description: 'Resolves a conflict in favour of one side; a run brings the other side up to date immediately.',
  })
  resolveConflict(
    @Arg('id', () => ID) id: string,
    @Arg('take', () => Side) take: Side,
    @Ctx() ctx: Context,
  ): Promise<SyncConflict> {
    return resolveConflict(ctx, id, take);
  }

  @FieldResolver(() => TenantSync)
  sync(@Root() conflict: SyncConflict): Promise<TenantSync> {
    return conflict.sync.loadOrFail();
  }
}

@Resolver(() => Tenant)
class TenantConflictsResolver {
  @Allow('sync:read')
  @FieldResolver(() => SyncConflictPage, { description: 'Conflicts waiting for a decision, oldest first.' })
  conflicts(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<SyncConflictPage> {
    checkTenant(ctx, tenantId);
    return page(ctx, SyncConflict, { tenantId, taken: null }, { first, after });
  }
}

export const conflictPart = part(SyncConflict, ConflictResolver, TenantConflictsResolver);
