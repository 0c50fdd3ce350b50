import { LockMode, ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { task } from '@mycelium/kit/tasks/task';
import { countTry } from '@mycelium/kit/throttle';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { z } from 'zod';
import { passwordResetEmail } from '../mail/emails.ts';
import { queueMail } from '../mail/send-mail.ts';
import { endSessions } from '../session/end-sessions.ts';
import { languageOf, setPassword } from '../user/change-password.ts';
import { checkPassword } from '../user/password-rules.ts';
import { User } from '../user/user.ts';
import { PasswordReset } from './password-reset.ts';

const LIFETIME_MS = 30 * 60 * 1000;
const perPerson = { name: 'reset', points: 3, seconds: 15 * 60 };
const perAddress = { name: 'reset-address', points: 30, seconds: 60 * 60 };
const tries = { name: 'reset-try', points: 20, seconds: 60 };

const email = z.string().trim().toLowerCase().max(320, 'An e-mail address has at most 320 characters');

/** Notes that somebody wants a new password; for an address that nobody has it does exactly the same. */
export async function requestPasswordReset(ctx: Context, given: string): Promise<boolean> {
  const address = parseInput(email, given, ['email']);
  await countTry(ctx, perAddress, ctx.call.address ?? 'unknown');
  await countTry(ctx, perPerson, address);
  const reset = ctx.em.create(PasswordReset, { email: address, expiresAt: new Date(Date.now() + LIFETIME_MS) });
  enqueue(ctx, answerReset, { resetId: reset.id }, { tenantId: null });
  return true;
}

/** Writes the e-mail that was asked for, if there is somebody to write to. */
export const answerReset = task(
  'password-reset',
  z.object({ resetId: z.uuid() }),
  ({ conclude }, { resetId }) =>
    conclude(async (ctx) => {
      await ctx.em.nativeDelete(PasswordReset, { expiresAt: { $lt: new Date() } });
      const reset = await ctx.em.findOne(PasswordReset, { id: resetId, tokenHash: null });
      if (reset) await answer(ctx, reset);
    }),
  { firstWaitMs: 500, longestWaitMs: 60_000, attempts: 20 },
);

/** Plans the requests that were left by a version that knew no tasks. */
export const planResets = leftovers('password-resets-left', async (ctx) => {
  const left = await ctx.em.execute<{ id: string }[]>(
    `select id from tenants.password_reset where token_hash is null and created_at < now() - interval '10 seconds' and not exists (
       select 1 from tenants_worker._private_jobs where payload -> 'input' ->> 'resetId' = password_reset.id::text
     ) limit 1000`,
  );
  for (const { id: resetId } of left) enqueue(ctx, answerReset, { resetId }, { tenantId: null });
});

async function answer(ctx: Context, reset: PasswordReset): Promise<void> {
  const user = await ctx.em.findOne(User, { email: reset.email });
  if (!user) {
    ctx.em.remove(reset);
    return;
  }
  const token = newToken('gg_reset_');
  reset.user = ref(user);
  reset.tokenHash = tokenHash(token);
  // Behind #, so that the token reaches no server's log.
  const url = `${ctx.outside.publicUrl}/app/reset-password#${token}`;
  queueMail(ctx, user.email, passwordResetEmail(await languageOf(ctx, user), url));
}

/** Sets a new password by the token of an e-mail: all sessions of the person end, and the links of other such e-mails no longer work. */
export async function resetPassword(ctx: Context, token: string, password: string): Promise<boolean> {
  await countTry(ctx, tries, ctx.call.address ?? 'unknown');
  const reset = await ctx.em.findOne(
    PasswordReset,
    { tokenHash: tokenHash(token), expiresAt: { $gt: new Date() } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const user = await reset?.user?.load();
  if (!user) throw new Invalid('This link no longer works; ask for a new one.', ['token']);
  checkPassword(password, user, 'password');
  await setPassword(ctx, user, password);
  await endSessions(ctx, { userId: user.id });
  await ctx.em.nativeDelete(PasswordReset, { user: user.id });
  return true;
}
