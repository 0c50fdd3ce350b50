import { Allow } from '@mycelium/kit/allow';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { part } from '@mycelium/kit/part';
import { modifierGroupAdded, modifierGroupRemoved, modifierGroupUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { allTexts, textIn } from '../localized.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';
import { Tenant } from '../references.ts';
import { findGroup, groupsOf, itemsOfGroups } from './find-groups.ts';
import {
  CreateModifierGroupInput,
  ModifierGroup,
  ModifierGroupChange,
  ModifierGroupChangeKind,
  UpdateModifierGroupInput,
} from './modifier-group.ts';
import { createGroup, removeGroup, restoreGroup, updateGroup } from './write-group.ts';

const kinds: ReadonlyMap<string, ModifierGroupChangeKind> = new Map([
  [modifierGroupAdded.name, ModifierGroupChangeKind.CREATED],
  [modifierGroupUpdated.name, ModifierGroupChangeKind.UPDATED],
  [modifierGroupRemoved.name, ModifierGroupChangeKind.REMOVED],
]);

@Resolver(() => ModifierGroup)
class ModifierGroupResolver {
  @Allow('menu:read')
  @Query(() => ModifierGroup, { nullable: true, description: 'One group; null if the tenant has none with this id.' })
  modifierGroup(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ModifierGroup | undefined> {
    return findGroup(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierGroup, { description: 'Adds a group from which guests can choose with items.' })
  createModifierGroup(
    @Arg('input', () => CreateModifierGroupInput) input: CreateModifierGroupInput,
    @Ctx() ctx: Context,
  ): Promise<ModifierGroup> {
    return createGroup(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierGroup, { description: 'Changes a group, for all items that have it.' })
  updateModifierGroup(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateModifierGroupInput) input: UpdateModifierGroupInput,
    @Ctx() ctx: Context,
  ): Promise<ModifierGroup> {
    return updateGroup(ctx, id, input);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Removes a group from all items that have it; it can be restored.' })
  removeModifierGroup(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeGroup(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierGroup, { description: 'Restores a removed group, with the items that had it.' })
  restoreModifierGroup(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ModifierGroup> {
    return restoreGroup(ctx, id);
  }

  @Follow(
    () => ModifierGroupChange,
    [modifierGroupAdded, modifierGroupUpdated, modifierGroupRemoved],
    'menu:read',
    "Each change of the tenant's groups and their options, as it happens; with `after`, starting with those since then.",
  )
  async modifierGroupChanged({ type, payload: { groupId } }: EventOf<typeof modifierGroupUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? ModifierGroupChangeKind.UPDATED;
    return { kind, groupId, group: await findGroup(ctx, groupId) };
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() group: ModifierGroup, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(group.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() group: ModifierGroup): LocalizedText[] {
    return allTexts(group.names);
  }

  @FieldResolver(() => Boolean, { description: 'Whether guests must choose from it.' })
  required(@Root() group: ModifierGroup): boolean {
    return group.min > 0;
  }

  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [ModifierOption], { description: 'In the order in which guests see them.' })
  options(@Root() group: ModifierGroup): Promise<ModifierOption[]> {
    return group.options.loadItems({ where: { removedAt: null }, orderBy: { position: 'asc', id: 'asc' } });
  }

  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [MenuItem], { description: 'The items that have it.' })
  items(@Root() group: ModifierGroup, @Ctx() ctx: Context): Promise<MenuItem[]> {
    return batched(ctx, group.id, itemsOfGroups);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() group: ModifierGroup): Tenant {
    return { id: group.tenantId };
  }
}

@Resolver(() => Tenant)
class TenantModifierGroupsResolver {
  @Allow('menu:read')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [ModifierGroup], { description: "The tenant's groups, in order of creation." })
  modifierGroups(@Root() tenant: Tenant, @Ctx() ctx: Context): Promise<ModifierGroup[]> {
    return groupsOf(ctx, tenant.id);
  }
}

export const modifierGroupPart = part(ModifierGroup, ModifierGroupResolver, TenantModifierGroupsResolver);
