import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { EventSettings, UpdateEventSettingsInput } from './settings.ts';
import { readSettings, updateSettings } from './write-settings.ts';

@Resolver()
class SettingsResolver {
  @Allow('events:read')
  @Query(() => EventSettings, { description: 'How a tenant wants its events kept, and tried again.' })
  eventSettings(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<EventSettings> {
    return readSettings(ctx, ownTenant(ctx, tenantId));
  }

  @Allow('events:manage')
  @Mutation(() => EventSettings, {
    description:
      'Changes how events are kept and tried again, for what comes from now on. Successes that the new mode does not keep are removed within the hour.',
  })
  updateEventSettings(
    @Arg('input', () => UpdateEventSettingsInput) input: UpdateEventSettingsInput,
    @Ctx() ctx: Context,
  ): Promise<EventSettings> {
    return updateSettings(ctx, input);
  }
}

export const settingsPart = part(EventSettings, SettingsResolver);
