import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import type { FeedChange } from '@mycelium/kit/feed';
import { followTenant } from '@mycelium/kit/follow';
import { HealthPart, outboxHealth } from '@mycelium/kit/health-part';
import {
  displayHealthChanged,
  type EventType,
  menuItemAdded,
  menuItemAvailabilityChanged,
  menuItemRemoved,
  menuItemUpdated,
} from '@mycelium/schema/events';
import { Cursor } from '@mycelium/schema/scalars';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { displaysHealth } from './displays-health.ts';
import { TenantHealth, TenantHealthChange } from './tenant-health.ts';

/** What moves a part, whoever owns it: all of a tenant's changes are in one feed. */
const types: EventType[] = [
  displayHealthChanged,
  menuItemAdded,
  menuItemUpdated,
  menuItemAvailabilityChanged,
  menuItemRemoved,
];

@Resolver(() => TenantHealth)
export class TenantHealthResolver {
  @Allow()
  @Query(() => TenantHealth, { description: 'How everything that a tenant relies on is doing, now.' })
  tenantHealth(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): TenantHealth {
    checkTenant(ctx, tenantId);
    return { tenantId };
  }

  @Allow()
  @Subscription(() => TenantHealthChange, {
    description: 'The health each time that a part of it changes, at once; nothing needs to be polled.',
    subscribe: ({ args, context }) =>
      followTenant(context as Context, args as { tenantId: string; after?: string }, types),
  })
  tenantHealthChanged(
    @Root() { cursor, event }: FeedChange,
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): TenantHealthChange {
    return { cursor, at: new Date(event.at), health: { tenantId } };
  }

  @Allow('display:read')
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Its screens.' })
  displays(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<HealthPart> {
    return displaysHealth(ctx, tenantId);
  }

  @Allow()
  @FieldResolver(() => HealthPart, { nullable: true, description: 'Whether changes of screens and boards are told.' })
  screenChanges(@Ctx() ctx: Context): Promise<HealthPart> {
    return outboxHealth(ctx);
  }
}

@Resolver(() => Tenant)
export class TenantsHealthResolver {
  @FieldResolver(() => TenantHealth, { description: 'How everything that it relies on is doing.' })
  health(@Root() { id }: Tenant): TenantHealth {
    return { tenantId: id };
  }
}
