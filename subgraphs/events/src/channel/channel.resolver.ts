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
    description: 'Pauses a channel: new events wait and do not time out.',
  })
  pauseChannel(
    @Arg('source', () => String) source: string,
    @Arg('target', () => String) target: string,
    @Ctx() ctx: Context,
  ): Promise<CommunicationChannel> {
    return turnChannel(ctx, source, target, true);
  }

  @Allow('events:manage')
  @Mutation(() => CommunicationChannel, { description: 'Resumes a channel, with everything that is waiting.' })
  resumeChannel(
    @Arg('source', () => String) source: string,
    @Arg('target', () => String) target: string,
    @Ctx() ctx: Context,
  ): Promise<CommunicationChannel> {
    return turnChannel(ctx, source, target, false);
  }

  @Allow('events:manage')
  @Mutation(() => ApplicationHealth, {
    description:
      'Sends an application its events again immediately; otherwise a single event would be tried after a while.',
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
      'Sets who receives the events of an application: the platform, or a program of yours. What is waiting moves along; what has been handed out is still acknowledged by whoever has it. OUTSIDE can be set before the platform is able to receive them, and still holds afterwards.',
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
