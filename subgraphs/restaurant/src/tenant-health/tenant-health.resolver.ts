import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { HealthPart, outboxHealth, partOf } from '@mycelium/kit/health-part';
import { HealthCode, HealthStatus } from '@mycelium/kit/health-status';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { pageOfItems } from '../menu-item/find-item.ts';
import { MenuItemPage } from '../menu-item/menu-item.ts';
import { TenantHealth } from '../references.ts';

@Resolver(() => TenantHealth)
class RestaurantHealthResolver {
  @Allow('menu:read')
  @FieldResolver(() => HealthPart, {
    nullable: true,
    description: 'Its menus, since their newest change; degraded if there is nothing a guest could order.',
  })
  async menu(@Root() { tenantId }: TenantHealth, @Ctx() { em }: Context): Promise<HealthPart> {
    const [row] = await em.execute<{ items: number; sold_out: number; changed: Date | null }[]>(
      `select count(*)::int as items, count(*) filter (where not available)::int as sold_out, max(updated_at) as changed
       from restaurant.menu_item where tenant_id = ? and removed_at is null`,
      [tenantId],
    );
    const { items = 0, sold_out: soldOut = 0, changed } = row ?? {};
    const status = items > soldOut ? HealthStatus.OK : HealthStatus.DEGRADED;
    return partOf(status, HealthCode.MENU, { items, soldOut }, changed);
  }

  @Allow('menu:read')
  @FieldResolver(() => MenuItemPage, { nullable: true, description: 'What guests cannot order right now.' })
  soldOut(
    @Root() { tenantId }: TenantHealth,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<MenuItemPage> {
    return pageOfItems(ctx, tenantId, { available: false }, { first, after });
  }

  @Allow('menu:read')
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Whether changes of the menu are sent.' })
  menuChanges(@Ctx() ctx: Context): Promise<HealthPart> {
    return outboxHealth(ctx);
  }
}

export const restaurantHealthPart = part(RestaurantHealthResolver);
