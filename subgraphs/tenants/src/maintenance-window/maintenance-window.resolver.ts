import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { maintenanceAnnounced } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { MaintenanceChange, MaintenanceWindow, MaintenanceWindowPage } from './maintenance-window.ts';

@Resolver(() => MaintenanceWindow)
class MaintenanceWindowResolver {
  @Follow(
    () => MaintenanceChange,
    [maintenanceAnnounced],
    undefined,
    'Maintenance as it is announced; with `after`, starting with what was announced since then.',
  )
  async maintenanceChanged({ payload: { windowId } }: EventOf<typeof maintenanceAnnounced>, ctx: Context) {
    return { window: await find(ctx, MaintenanceWindow, windowId) };
  }
}

@Resolver(() => Tenant)
class TenantMaintenanceWindowsResolver {
  @Allow()
  @FieldResolver(() => MaintenanceWindowPage, {
    description: 'Maintenance that is under way or scheduled, soonest first.',
  })
  maintenanceWindows(
    @Root() { id: tenantId }: Tenant,
    @Arg('first', () => Int, { defaultValue: 10, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<MaintenanceWindowPage> {
    checkTenant(ctx, tenantId);
    const where = { tenantId, endsAt: { $gt: ctx.now() } };
    return page(ctx, MaintenanceWindow, where, { first, after }, { startsAt: 'asc', id: 'asc' });
  }
}

export const maintenanceWindowPart = part(
  MaintenanceWindow,
  MaintenanceWindowResolver,
  TenantMaintenanceWindowsResolver,
);
