import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { EventSettings, UpdateEventSettingsInput } from './settings.ts';
import { readSettings, updateSettings } from './write-settings.ts';

@Resolver()
class SettingsResolver {
  @Allow('events:manage')
  @Mutation(() => EventSettings, {
    description:
      'Changes how events are stored and retried, for new events. Successes that the new mode does not keep are removed within the hour.',
  })
  updateEventSettings(
    @Arg('input', () => UpdateEventSettingsInput) input: UpdateEventSettingsInput,
    @Ctx() ctx: Context,
  ): Promise<EventSettings> {
    return updateSettings(ctx, input);
  }
}

@Resolver(() => Tenant)
class TenantEventSettingsResolver {
  @Allow('events:read')
  @FieldResolver(() => EventSettings, { description: 'How its events are stored and retried.' })
  eventSettings(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<EventSettings> {
    checkTenant(ctx, id);
    return readSettings(ctx, id);
  }
}

export const settingsPart = part(EventSettings, SettingsResolver, TenantEventSettingsResolver);
