import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { HealthPart, outboxHealth } from '@mycelium/kit/health-part';
import { HealthStatus } from '@mycelium/kit/health-status';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TenantHealth } from '../references.ts';

@Resolver(() => TenantHealth)
export class RestaurantHealthResolver {
  @Allow('menu:read')
  @FieldResolver(() => HealthPart, {
    nullable: true,
    description: 'Its menus, since their newest change; degraded when there is nothing that a guest could order.',
  })
  async menu(@Root() { tenantId }: TenantHealth, @Ctx() { em }: Context): Promise<HealthPart> {
    const [row] = await em.execute<{ items: number; sold_out: number; changed: Date | null }[]>(
      `select count(*)::int as items, count(*) filter (where not available)::int as sold_out, max(updated_at) as changed
       from restaurant.menu_item where tenant_id = ? and removed_at is null`,
      [tenantId],
    );
    const { items = 0, sold_out: soldOut = 0, changed } = row ?? {};
    return {
      status: items > soldOut ? HealthStatus.OK : HealthStatus.DEGRADED,
      since: changed ? new Date(changed) : undefined,
      detail: `${items} items, ${soldOut} sold out`,
    };
  }

  @Allow('menu:read')
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Whether changes of the menu are told.' })
  menuChanges(@Ctx() ctx: Context): Promise<HealthPart> {
    return outboxHealth(ctx);
  }
}
