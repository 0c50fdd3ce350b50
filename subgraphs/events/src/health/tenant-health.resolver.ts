import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { HealthPart, partOf } from '@mycelium/kit/health-part';
import { HealthCode, HealthStatus } from '@mycelium/kit/health-status';
import { part } from '@mycelium/kit/part';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { TenantHealth } from '../references.ts';
import { ChannelStatus } from './health.ts';
import { readMatrix } from './read-health.ts';

@Resolver(() => TenantHealth)
class EventsHealthResolver {
  @Allow()
  @FieldResolver(() => HealthPart, {
    nullable: true,
    description: 'The events between its applications; needs events:read.',
  })
  async eventChannels(@Root() { tenantId }: TenantHealth, @Ctx() ctx: Context): Promise<HealthPart | undefined> {
    if (!ctx.viewer.scopes.includes('events:read') || tenantId !== ctx.viewer.tenantId) return undefined;
    const { channels, advice } = await onBus(ctx, (redis) => readMatrix(redis, tenantId));
    if (channels.length === 0) return partOf(HealthStatus.OK, HealthCode.NO_EVENTS);
    const troubled = channels.filter(({ status }) => status !== ChannelStatus.HEALTHY);
    if (troubled.length === 0) {
      const advised = advice.flatMap(({ subjects }) => subjects).length;
      if (advised === 0) return partOf(HealthStatus.OK, HealthCode.EVENTS_FLOW, { channels: channels.length });
      return partOf(HealthStatus.DEGRADED, HealthCode.EVENTS_NEED, { advised, channels: channels.length });
    }
    const isDown = channels.every(({ status }) => status === ChannelStatus.UNHEALTHY);
    return partOf(isDown ? HealthStatus.DOWN : HealthStatus.DEGRADED, HealthCode.EVENTS_FAIL, {
      troubled: troubled.length,
      channels: channels.length,
    });
  }
}

export const eventsHealthPart = part(EventsHealthResolver);
