import { Allow, ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Application, RegisterApplicationInput, RegisteredApplication } from '../application/application.ts';
import { readApplications } from '../application/read-applications.ts';
import { EventTeller, EventTypeAnswer, RegisterEventTypeInput, RegisteredEventType } from './event-type.ts';
import { registerApplication, registerEventType } from './register.ts';
import { type KnownType, readRegistry } from './registry.ts';

@Resolver()
class RegistryResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [Application], { description: 'The applications on the event bus of your tenant.' })
  applications(@Ctx() ctx: Context): Promise<Application[]> {
    return readApplications(ctx);
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [EventTypeAnswer], { description: 'Every type of event known to your tenant.' })
  async eventTypes(@Ctx() ctx: Context): Promise<EventTypeAnswer[]> {
    return (await readRegistry(ctx, ownTenant(ctx))).types.map(asAnswer);
  }

  @Allow('events:manage')
  @Mutation(() => Application, { description: 'Registers an application, which has its channels from then on.' })
  registerApplication(
    @Arg('input', () => RegisterApplicationInput) input: RegisterApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<Application> {
    return registerApplication(ctx, input);
  }

  @Allow('events:manage')
  @Mutation(() => EventTypeAnswer, {
    description:
      'Registers a type of event, or a new version of one of yours; events already published keep their version.',
  })
  async registerEventType(
    @Arg('input', () => RegisterEventTypeInput) input: RegisterEventTypeInput,
    @Ctx() ctx: Context,
  ): Promise<EventTypeAnswer> {
    return asAnswer(await registerEventType(ctx, input));
  }
}

function asAnswer({ aliases, targets, toldBy, ...type }: KnownType): EventTypeAnswer {
  return { ...type, aliases: [...aliases], targets: [...targets], toldBy: EventTeller[toldBy] };
}

export const eventTypePart = part(RegisteredEventType, RegisteredApplication, RegistryResolver);
