import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { SystemLogEntry, SystemLogPage } from './system-log-entry.ts';

@Resolver(() => Tenant)
class TenantSystemLogResolver {
  @Allow('events:read')
  @FieldResolver(() => SystemLogPage, {
    description: 'The payouts and commissions that the system has logged, newest first.',
  })
  systemLog(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('eventType', () => String, { nullable: true, description: 'Only those of this type.' }) eventType?: string,
  ): Promise<SystemLogPage> {
    checkTenant(ctx, tenantId);
    return page(
      ctx,
      SystemLogEntry,
      { tenantId, ...(eventType ? { eventType } : {}) },
      { first, after },
      { id: 'desc' },
    );
  }
}

export const systemLogPart = part(SystemLogEntry, TenantSystemLogResolver);
