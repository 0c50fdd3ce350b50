import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { maintenanceAnnounced } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { MaintenanceChange, MaintenanceWindow, MaintenanceWindowPage } from './maintenance-window.ts';

@Resolver(() => MaintenanceWindow)
class MaintenanceWindowResolver {
  @Allow()
  @Query(() => MaintenanceWindowPage, { description: 'The maintenance that is under way or to come, soonest first.' })
  maintenanceWindows(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('first', () => Int, { defaultValue: 10, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<MaintenanceWindowPage> {
    checkTenant(ctx, tenantId);
    const where = { tenantId, endsAt: { $gt: ctx.now() } };
    return page(ctx, MaintenanceWindow, where, { first, after }, { startsAt: 'asc', id: 'asc' });
  }

  @Follow(
    () => MaintenanceChange,
    [maintenanceAnnounced],
    undefined,
    'Maintenance as it is announced; with `after`, what was since then first.',
  )
  async maintenanceChanged({ payload: { windowId } }: EventOf<typeof maintenanceAnnounced>, ctx: Context) {
    return { window: await find(ctx, MaintenanceWindow, windowId) };
  }
}

export const maintenanceWindowPart = part(MaintenanceWindow, MaintenanceWindowResolver);
