import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { ownTenant } from '../own-tenant.ts';
import { DeliveryFigures, DeliveryWindow, readFigures } from './figures.ts';
import { ApplicationHealth, CommunicationMatrix, SyncHealth } from './health.ts';
import { readApplications, readMatrix, readSyncHealth } from './read-health.ts';

@Resolver()
class HealthResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => SyncHealth, { description: 'How the events of a tenant are doing, from counters alone.' })
  syncHealth(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<SyncHealth> {
    const tenant = ownTenant(ctx, tenantId);
    return onBus(ctx, (redis) => readSyncHealth(redis, tenant));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [ApplicationHealth], { description: 'How each application does with what it is told.' })
  interAppHealth(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<ApplicationHealth[]> {
    const tenant = ownTenant(ctx, tenantId);
    return onBus(ctx, (redis) => readApplications(redis, tenant));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => CommunicationMatrix, { description: 'What all applications tell each other.' })
  communicationMatrix(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<CommunicationMatrix> {
    const tenant = ownTenant(ctx, tenantId);
    return onBus(ctx, (redis) => readMatrix(redis, tenant));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [DeliveryFigures], {
    description: 'How many deliveries succeeded over a while, and how long they took; of channels where any ended.',
  })
  deliveryFigures(
    @Arg('tenantId', () => ID) tenantId: string,
    @Ctx() ctx: Context,
    @Arg('window', () => DeliveryWindow, { defaultValue: DeliveryWindow.HOUR }) window = DeliveryWindow.HOUR,
  ): Promise<DeliveryFigures[]> {
    const tenant = ownTenant(ctx, tenantId);
    return onBus(ctx, (redis) => readFigures(redis, tenant, window));
  }
}

export const healthPart = part(HealthResolver);
