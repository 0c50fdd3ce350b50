import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { allTexts, textIn } from '../localized.ts';
import { ModifierGroup } from '../modifier-group/modifier-group.ts';
import { CreateModifierOptionInput, ModifierOption, UpdateModifierOptionInput } from './modifier-option.ts';
import {
  createOption,
  removeOption,
  reorderOptions,
  restoreOption,
  setOptionAvailability,
  updateOption,
} from './write-option.ts';

@Resolver(() => ModifierOption)
class ModifierOptionResolver {
  @Allow('menu:write')
  @Mutation(() => ModifierOption, { description: 'Adds an option at the end of a group.' })
  createModifierOption(
    @Arg('input', () => CreateModifierOptionInput) input: CreateModifierOptionInput,
    @Ctx() ctx: Context,
  ): Promise<ModifierOption> {
    return createOption(ctx, input);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierOption, { description: 'Changes an option; orders that were placed keep what they have.' })
  updateModifierOption(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateModifierOptionInput) input: UpdateModifierOptionInput,
    @Ctx() ctx: Context,
  ): Promise<ModifierOption> {
    return updateOption(ctx, id, input);
  }

  @Allow('menu:availability')
  @Mutation(() => ModifierOption, {
    description:
      'Marks an option as sold out or available. Items for which too little is left to choose are sold out with it.',
  })
  setModifierOptionAvailability(
    @Arg('id', () => ID) id: string,
    @Arg('available', () => Boolean) available: boolean,
    @Ctx() ctx: Context,
  ): Promise<ModifierOption> {
    return setOptionAvailability(ctx, id, available);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierGroup, { description: 'Puts the options of a group in this order; name all of them.' })
  reorderModifierOptions(
    @Arg('groupId', () => ID) groupId: string,
    @Arg('optionIds', () => [ID]) optionIds: string[],
    @Ctx() ctx: Context,
  ): Promise<ModifierGroup> {
    return reorderOptions(ctx, groupId, optionIds);
  }

  @Allow('menu:write')
  @Mutation(() => ID, { description: 'Removes an option from its group; it can be restored.' })
  removeModifierOption(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeOption(ctx, id);
  }

  @Allow('menu:write')
  @Mutation(() => ModifierOption, { description: 'Restores a removed option.' })
  restoreModifierOption(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ModifierOption> {
    return restoreOption(ctx, id);
  }

  @FieldResolver(() => String, { description: 'The name in a language (BCP 47), or in the first one it has.' })
  name(@Root() option: ModifierOption, @Arg('locale', () => String, { nullable: true }) locale?: string): string {
    return textIn(option.names, locale) ?? '';
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LocalizedText], { description: 'The name in every language it has.' })
  names(@Root() option: ModifierOption): LocalizedText[] {
    return allTexts(option.names);
  }

  @FieldResolver(() => ModifierGroup)
  group(@Root() option: ModifierOption): Promise<ModifierGroup> {
    return option.group.loadOrFail();
  }

  @FieldResolver(() => ModifierGroup, {
    nullable: true,
    description: 'The group from which guests choose with this option; groups are nested two deep at most.',
  })
  async nested(@Root() option: ModifierOption): Promise<ModifierGroup | undefined> {
    const group = await option.nested?.loadOrFail();
    return group?.removedAt ? undefined : group;
  }
}

export const modifierOptionPart = part(ModifierOption, ModifierOptionResolver);
