import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change } from '@mycelium/kit/crud';
import { Unauthenticated } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { personOf } from '../session/end-sessions.ts';
import { User } from '../user/user.ts';
import {
  type Preferences,
  preferencesOf,
  type UpdatePreferencesInput,
  updatePreferencesSchema,
} from './preferences.ts';

/** Changes what the viewer has chosen; of two tabs that say something at once, both count. */
export async function updatePreferences(ctx: Context, input: UpdatePreferencesInput): Promise<Preferences> {
  const { language, timeZone, emails } = parseInput(updatePreferencesSchema, input);
  const user = await ctx.em.findOne(
    User,
    { id: personOf(ctx) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!user) throw new Unauthenticated();
  const chosen = Object.fromEntries((emails ?? []).map(({ group, wanted }) => [group, wanted]));
  await change(ctx, user, { language, timeZone, ...(emails && { emails: { ...user.emails, ...chosen } }) });
  return preferencesOf(user);
}
