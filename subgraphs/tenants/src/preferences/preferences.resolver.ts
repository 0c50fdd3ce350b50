import { Allow } from '@mycelium/kit/allow';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerAnswer, ViewerKind } from '../session/viewer.ts';
import { User } from '../user/user.ts';
import { Preferences, preferencesOf, UpdatePreferencesInput } from './preferences.ts';
import { updatePreferences } from './write-preferences.ts';

@Resolver()
class PreferencesResolver {
  @Allow()
  @System()
  @Mutation(() => Preferences, { description: 'Changes your own preferences.' })
  updatePreferences(
    @Arg('input', () => UpdatePreferencesInput) input: UpdatePreferencesInput,
    @Ctx() ctx: Context,
  ): Promise<Preferences> {
    return updatePreferences(ctx, input);
  }
}

@Resolver(() => ViewerAnswer)
class ViewerPreferencesResolver {
  @Directive('@viewerSpecific')
  @FieldResolver(() => Preferences, {
    nullable: true,
    description: 'Your own preferences; null for screens and API clients.',
  })
  async preferences(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<Preferences | undefined> {
    if (viewer.kind !== ViewerKind.USER) return undefined;
    const user = await asSystem(ctx).findOne(User, { id: viewer.id });
    return user ? preferencesOf(user) : undefined;
  }
}

export const preferencesPart = part(PreferencesResolver, ViewerPreferencesResolver);
