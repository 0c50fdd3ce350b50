import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { Tenant } from '../references.ts';
import { DeliveryFigures, DeliveryWindow, readFigures } from './figures.ts';
import { ApplicationHealth, CommunicationMatrix, SyncHealth } from './health.ts';
import { readInterAppHealth, readMatrix, readSyncHealth } from './read-health.ts';

@Resolver(() => Tenant)
class TenantEventsResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => SyncHealth, { description: 'How its events are doing, from counters alone.' })
  syncHealth(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<SyncHealth> {
    checkTenant(ctx, id);
    return onBus(ctx, (redis) => readSyncHealth(redis, id));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => [ApplicationHealth], {
    description: 'How each application is doing with the events it receives.',
  })
  interAppHealth(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<ApplicationHealth[]> {
    checkTenant(ctx, id);
    return onBus(ctx, (redis) => readInterAppHealth(redis, id));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => CommunicationMatrix, { description: 'All channels between applications.' })
  communicationMatrix(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<CommunicationMatrix> {
    checkTenant(ctx, id);
    return onBus(ctx, (redis) => readMatrix(redis, id));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => [DeliveryFigures], {
    description: 'How many deliveries succeeded in a period, and how long they took; only channels in which any ended.',
  })
  deliveryFigures(
    @Root() { id }: Tenant,
    @Ctx() ctx: Context,
    @Arg('window', () => DeliveryWindow, { defaultValue: DeliveryWindow.HOUR }) window: DeliveryWindow,
  ): Promise<DeliveryFigures[]> {
    checkTenant(ctx, id);
    return onBus(ctx, (redis) => readFigures(redis, id, window));
  }
}

export const healthPart = part(TenantEventsResolver);
