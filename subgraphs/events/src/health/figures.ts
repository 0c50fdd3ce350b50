import type { Redis } from 'ioredis';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { isEndpoint } from '../webhook-endpoint/application.ts';
import { isInside, readToday } from './counts.ts';
import { Latency } from './health.ts';
import { readLastHour } from './hour.ts';
import { latencyOf } from './read-health.ts';

export enum DeliveryWindow {
  HOUR = 'HOUR',
  DAY = 'DAY',
}
registerEnumType(DeliveryWindow, {
  name: 'DeliveryWindow',
  valuesConfig: {
    HOUR: { description: 'The last 60 minutes.' },
    DAY: { description: 'Since the beginning of the day (UTC).' },
  },
});

@ObjectType({ description: 'What ended in a channel in a period, and how long it took.' })
export class DeliveryFigures {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;

  @Field(() => Int)
  acknowledged!: number;

  @Field(() => Int, { description: 'Failed permanently, or not acknowledged in time.' })
  failed!: number;

  @Field(() => Latency)
  latency!: Latency;
}

/** The channels between applications in which something ended within the window. */
export async function readFigures(redis: Redis, tenant: string, window: DeliveryWindow): Promise<DeliveryFigures[]> {
  const counts = await (window === DeliveryWindow.DAY ? readToday(redis, tenant) : readLastHour(redis, tenant));
  return [...counts].flatMap(([channel, { acknowledged, failed, timeout, took }]) => {
    const [source = '', target = ''] = channel.split('>');
    if (isEndpoint(target) || isInside({ source, target }) || acknowledged + failed + timeout === 0) return [];
    return [{ source, target, acknowledged, failed: failed + timeout, latency: latencyOf(took) }];
  });
}
