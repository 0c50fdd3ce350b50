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
  @Query(() => [Application], { description: 'Who speaks and listens on the event bus, in your tenant.' })
  applications(@Ctx() ctx: Context): Promise<Application[]> {
    return readApplications(ctx);
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => [EventTypeAnswer], { description: 'Every type of events that your tenant knows.' })
  async eventTypes(@Ctx() ctx: Context): Promise<EventTypeAnswer[]> {
    return (await readRegistry(ctx, ownTenant(ctx))).types.map(asAnswer);
  }

  @Allow('events:manage')
  @Mutation(() => Application, { description: 'Adds an application, which has its channels from now on.' })
  registerApplication(
    @Arg('input', () => RegisterApplicationInput) input: RegisterApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<Application> {
    return registerApplication(ctx, input);
  }

  @Allow('events:manage')
  @Mutation(() => EventTypeAnswer, {
    description: 'Adds a type of events, or a new version of one of yours; what was published before keeps its own.',
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
