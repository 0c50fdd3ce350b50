import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { ownTenant } from '../own-tenant.ts';
import { EventConsumer } from './consumer.ts';
import { readConsumers } from './read-consumers.ts';

@Resolver()
class ConsumerResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [EventConsumer], {
    description: 'Who takes the events of each application, and whether they are at work.',
  })
  async consumers(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<EventConsumer[]> {
    const tenant = ownTenant(ctx, tenantId);
    const { applications } = await readRegistry(ctx, tenant);
    return onBus(ctx, (redis) => readConsumers(redis, tenant, [...applications.keys()]));
  }
}

export const consumerPart = part(ConsumerResolver);
