import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { part } from '@mycelium/kit/part';
import { dayPartChanged } from '@mycelium/schema/subgraphs/restaurant';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { allTexts, textIn } from '../localized.ts';
import { Tenant } from '../references.ts';
import { CreateDayPartInput, DayPart, DayPartChange, UpdateDayPartInput } from './day-part.ts';
import { createDayPart, removeDayPart, restoreDayPart, updateDayPart } from './write-day-part.ts';

@Resolver(() => DayPart)
class DayPartResolver {
  @Allow('menu:write')
  @Mutation(() => DayPart, { description: 'Adds hours in which sections and items can be sold.' })
  createDayPart(
    @Arg('input', () => CreateDayPartInput) input: CreateDayPartInput,
    @Ctx() ctx: Context,
  ): Promise<DayPart> {
    return createDayPart(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => DayPart, { description: 'Changes hours, for all sections and items that are sold in them.' })
  updateDayPart(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateDayPartInput) input: UpdateDayPartInput,
    @Ctx() ctx: Context,
  ): Promise<DayPart> {
    return updateDayPart(ctx, id, input);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Removes hours in which nothing is sold; they can be restored.' })
  removeDayPart(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeDayPart(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => DayPart, { description: 'Restores removed hours.' })
  restoreDayPart(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<DayPart> {
    return restoreDayPart(ctx, id);
  }

  @Follow(
    () => DayPartChange,
    [dayPartChanged],
    'menu:read',
    "Each change of the tenant's hours, as it happens; with `after`, starting with those since then.",
  )
  async dayPartChanged({ payload: { dayPartId } }: EventOf<typeof dayPartChanged>, ctx: Context) {
    const dayPart = await find(ctx, DayPart, dayPartId);
    return { dayPartId, dayPart: dayPart?.removedAt ? undefined : dayPart };
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() dayPart: DayPart, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(dayPart.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() dayPart: DayPart): LocalizedText[] {
    return allTexts(dayPart.names);
  }
}

@Resolver(() => Tenant)
class TenantDayPartsResolver {
  @Allow('menu:read')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [DayPart], { description: 'The hours in which parts of the menu are sold, by their beginning.' })
  dayParts(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<DayPart[]> {
    return em.find(DayPart, { tenantId: tenant.id, removedAt: null }, { orderBy: { from: 'asc', id: 'asc' } });
  }
}

export const dayPartPart = part(DayPart, DayPartResolver, TenantDayPartsResolver);
