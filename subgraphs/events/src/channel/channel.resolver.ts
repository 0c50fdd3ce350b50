import { Allow, ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Application } from '../application/application.ts';
import { readApplication } from '../application/read-applications.ts';
import { ConsumerPlace } from '../consumer/consumer.ts';
import { ApplicationHealth, CommunicationChannel } from '../health/health.ts';
import { readApplicationHealth } from '../health/read-health.ts';
import { onBus } from '../on-bus.ts';
import { closeBreaker, setConsumer, turnChannel } from './write-channel.ts';

@Resolver()
class ChannelResolver {
  @Allow('events:manage')
  @Mutation(() => CommunicationChannel, {
    description: 'Stops a channel: what is published waits, and does not grow too old.',
  })
  pauseChannel(
    @Arg('source', () => String) source: string,
    @Arg('target', () => String) target: string,
    @Ctx() ctx: Context,
  ): Promise<CommunicationChannel> {
    return turnChannel(ctx, source, target, true);
  }

  @Allow('events:manage')
  @Mutation(() => CommunicationChannel, { description: 'Lets a channel go on, with what waits.' })
  resumeChannel(
    @Arg('source', () => String) source: string,
    @Arg('target', () => String) target: string,
    @Ctx() ctx: Context,
  ): Promise<CommunicationChannel> {
    return turnChannel(ctx, source, target, false);
  }

  @Allow('events:manage')
  @Mutation(() => ApplicationHealth, {
    description: 'Hands an application its events again at once; by itself, one event would try after a while.',
  })
  async closeBreaker(
    @Arg('application', () => String) application: string,
    @Ctx() ctx: Context,
  ): Promise<ApplicationHealth> {
    await closeBreaker(ctx, application);
    return onBus(ctx, (redis) => readApplicationHealth(redis, ownTenant(ctx), application));
  }

  @Allow('events:manage')
  @Mutation(() => Application, {
    description:
      'Says who takes what is told to an application: the platform that answers for it, or a program of yours. What waits goes with it; what was handed out is answered by whoever has it. OUTSIDE may be said before the platform can answer for it, and holds when it can.',
  })
  async setConsumer(
    @Arg('application', () => String) application: string,
    @Arg('consumer', () => ConsumerPlace) consumer: ConsumerPlace,
    @Ctx() ctx: Context,
  ): Promise<Application> {
    await setConsumer(ctx, application, consumer === ConsumerPlace.OUTSIDE);
    return { ...(await readApplication(ctx, application)), consumer };
  }
}

export const channelPart = part(ChannelResolver);
