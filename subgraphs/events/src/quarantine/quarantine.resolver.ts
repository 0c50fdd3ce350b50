import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { QuarantinedEntry, QuarantinedEntryPage } from './quarantined-entry.ts';
import { discardEntry, retryEntry } from './retry.ts';

@Resolver()
class QuarantineResolver {
  @Allow('events:read')
  @Query(() => QuarantinedEntryPage, {
    description: 'What could not be done as it is, and waits for somebody to retry or discard it; newest first.',
  })
  quarantine(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('tenantId', () => ID, {
      nullable: true,
      description: "Left out, what says of no tenant that it belongs to it; for the platform's own staff.",
    })
    tenantId?: string,
  ): Promise<QuarantinedEntryPage> {
    const which = { first, after };
    if (tenantId != null)
      return page(ctx, QuarantinedEntry, { tenantId: ownTenant(ctx, tenantId) }, which, { id: 'desc' });
    if (!ctx.viewer.scopes.includes('platform:admin')) throw new Forbidden();
    return page(systemOf(ctx), QuarantinedEntry, { tenantId: null }, which, { id: 'desc' });
  }

  @System()
  @Allow('events:manage')
  @Mutation(() => Boolean, {
    description: 'Puts an entry back on its way, once what was wrong is mended; what still cannot be done comes back.',
  })
  retryQuarantinedEntry(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return retryEntry(ctx, id);
  }

  @System()
  @Allow('events:manage')
  @Mutation(() => Boolean, {
    description: 'Deletes an entry for good. What belongs in the audit log can be deleted by the platform alone.',
  })
  discardQuarantinedEntry(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return discardEntry(ctx, id);
  }
}

export const quarantinePart = part(QuarantinedEntry, QuarantineResolver);
