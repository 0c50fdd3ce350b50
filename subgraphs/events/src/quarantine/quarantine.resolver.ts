import { Allow, checkTenant } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { QuarantinedEntry, QuarantinedEntryPage } from './quarantined-entry.ts';
import { discardEntry, retryEntry } from './retry.ts';

@Resolver()
class QuarantineResolver {
  @Allow('events:read')
  @Query(() => QuarantinedEntryPage, {
    description: 'What could not be processed and names no tenant, newest first; for platform staff.',
  })
  quarantine(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('tenantId', () => ID, {
      nullable: true,
      deprecationReason: 'Ask the tenant: `viewer { tenant { quarantine } }`.',
    })
    tenantId?: string,
  ): Promise<QuarantinedEntryPage> {
    if (tenantId != null) return entriesOf(ctx, tenantId, { first, after });
    if (!ctx.viewer.scopes.includes('platform:admin')) throw new Forbidden();
    return page(systemOf(ctx), QuarantinedEntry, { tenantId: null }, { first, after }, { id: 'desc' });
  }

  @System()
  @Allow('events:manage')
  @Mutation(() => Boolean, {
    description: 'Retries an entry once its cause is fixed; what still cannot be processed comes back.',
  })
  retryQuarantinedEntry(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return retryEntry(ctx, id);
  }

  @System()
  @Allow('events:manage')
  @Mutation(() => Boolean, {
    description: 'Permanently deletes an entry. Only the platform can delete what belongs in the audit log.',
  })
  discardQuarantinedEntry(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return discardEntry(ctx, id);
  }
}

@Resolver(() => Tenant)
class TenantQuarantineResolver {
  @Allow('events:read')
  @FieldResolver(() => QuarantinedEntryPage, {
    description: 'What could not be processed and is waiting for somebody to retry or discard it; newest first.',
  })
  quarantine(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<QuarantinedEntryPage> {
    return entriesOf(ctx, id, { first, after });
  }
}

function entriesOf(ctx: Context, tenantId: string, which: PageArgs): Promise<QuarantinedEntryPage> {
  checkTenant(ctx, tenantId);
  return page(ctx, QuarantinedEntry, { tenantId }, which, { id: 'desc' });
}

export const quarantinePart = part(QuarantinedEntry, QuarantineResolver, TenantQuarantineResolver);
