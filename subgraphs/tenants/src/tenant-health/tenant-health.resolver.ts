import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { HealthPart, outboxHealth } from '@mycelium/kit/health-part';
import { part } from '@mycelium/kit/part';
import type { EventType } from '@mycelium/schema/event-type';
import {
  menuItemAdded,
  menuItemAvailabilityChanged,
  menuItemRemoved,
  menuItemUpdated,
} from '@mycelium/schema/subgraphs/restaurant';
import { displayHealthChanged, serviceChanged, syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { displaysHealth } from './displays-health.ts';
import { servicesHealth, servicesOf, syncsHealth, syncsOf, worstFirst } from './products-health.ts';
import { ProductHealth, TenantHealth, TenantHealthChange } from './tenant-health.ts';

/** What moves a part, whoever owns it: all of a tenant's changes are in one feed. */
const types: EventType[] = [
  displayHealthChanged,
  menuItemAdded,
  menuItemUpdated,
  menuItemAvailabilityChanged,
  menuItemRemoved,
  serviceChanged,
  syncStatusChanged,
];

@Resolver(() => TenantHealth)
class TenantHealthResolver {
  @Follow(
    () => TenantHealthChange,
    types,
    undefined,
    'The health whenever a part of it changes, immediately; there is no need to poll.',
  )
  tenantHealthChanged({ feed: tenantId }: EventOf<EventType>) {
    return { health: { tenantId } };
  }

  @Allow('display:read')
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Its screens.' })
  displays(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<HealthPart> {
    return displaysHealth(ctx, tenantId);
  }

  @Allow()
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Whether changes of screens and boards are sent.' })
  screenChanges(@Ctx() ctx: Context): Promise<HealthPart> {
    return outboxHealth(ctx);
  }

  @Allow()
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Its products; needs service:read.' })
  async services(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<HealthPart | undefined> {
    return may(ctx, 'service:read') ? servicesHealth(await servicesOf(ctx, tenantId)) : undefined;
  }

  @Allow()
  @FieldResolver(() => HealthPart, {
    nullable: true,
    description: 'The syncs of its products with the menu; needs sync:read.',
  })
  async syncs(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<HealthPart | undefined> {
    return may(ctx, 'sync:read') ? syncsHealth(await syncsOf(ctx, tenantId)) : undefined;
  }

  @Allow()
  @FieldResolver(() => [ProductHealth], {
    nullable: true,
    description: 'Each product that it has, worst first; needs service:read.',
  })
  async products(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<ProductHealth[] | undefined> {
    if (!may(ctx, 'service:read')) return undefined;
    const syncs = may(ctx, 'sync:read') ? await syncsOf(ctx, tenantId) : [];
    return worstFirst(await servicesOf(ctx, tenantId), syncs);
  }
}

function may({ viewer }: Context, scope: string): boolean {
  return viewer.scopes.includes(scope);
}

@Resolver(() => Tenant)
class TenantsHealthResolver {
  @Allow()
  @FieldResolver(() => TenantHealth, { description: 'The current state of everything it relies on.' })
  health(@Root() { id }: Tenant): TenantHealth {
    return { tenantId: id };
  }
}

export const tenantHealthPart = part(TenantHealthResolver, TenantsHealthResolver);
