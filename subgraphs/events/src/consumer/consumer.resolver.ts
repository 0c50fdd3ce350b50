import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { Tenant } from '../references.ts';
import { EventConsumer } from './consumer.ts';
import { readConsumers } from './read-consumers.ts';

@Resolver(() => Tenant)
class TenantConsumersResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => [EventConsumer], {
    description: 'Who receives the events of each application, and whether they are active.',
  })
  async eventConsumers(@Root() { id: tenantId }: Tenant, @Ctx() ctx: Context): Promise<EventConsumer[]> {
    checkTenant(ctx, tenantId);
    const { applications } = await readRegistry(ctx, tenantId);
    return onBus(ctx, (redis) => readConsumers(redis, tenantId, [...applications.keys()]));
  }
}

export const consumerPart = part(TenantConsumersResolver);
