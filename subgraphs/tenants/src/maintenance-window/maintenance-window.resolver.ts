import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import type { FeedChange } from '@mycelium/kit/feed';
import { followTenant } from '@mycelium/kit/follow';
import { page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Cursor } from '@mycelium/schema/scalars';
import { maintenanceAnnounced } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Ctx, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
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
    const where = { tenantId, endsAt: { $gt: new Date() } };
    return page(ctx, MaintenanceWindow, where, { first, after }, { startsAt: 'asc', id: 'asc' });
  }

  @Allow()
  @Subscription(() => MaintenanceChange, {
    description: 'Maintenance as it is announced; with `after`, what was since then first.',
    subscribe: ({ args, context }) =>
      followTenant(context as Context, args as { tenantId: string; after?: string }, [maintenanceAnnounced]),
  })
  async maintenanceChanged(
    @Root() { cursor, event }: FeedChange,
    @Arg('tenantId', () => ID) _tenantId: string,
    @Ctx() ctx: Context,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): Promise<MaintenanceChange> {
    const { windowId } = maintenanceAnnounced.payload.parse(event.payload);
    return { cursor, at: new Date(event.at), window: await find(ctx, MaintenanceWindow, windowId) };
  }
}

export const maintenanceWindowPart = part(MaintenanceWindow, MaintenanceWindowResolver);
