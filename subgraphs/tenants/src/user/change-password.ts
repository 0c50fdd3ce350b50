import type { Context } from '@mycelium/kit/context';
import { Invalid, Unauthenticated } from '@mycelium/kit/errors';
import { countTry, forgetTries } from '@mycelium/kit/throttle';
import { type MailLanguage, mailLanguage, passwordChangedEmail } from '../mail/emails.ts';
import { queueMail } from '../mail/send-mail.ts';
import { endSessions, personOf } from '../session/end-sessions.ts';
import { Membership } from './membership.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { User } from './user.ts';

const tries = { name: 'change-password', points: 5, seconds: 60 };

/** Changes the password of whoever knows the current one; their other sessions end. */
export async function changePassword(ctx: Context, current: string, next: string): Promise<boolean> {
  const user = await ctx.em.findOne(User, { id: personOf(ctx) });
  if (!user) throw new Unauthenticated();
  await countTry(ctx, tries, user.id);
  if (!(await verifyPassword(current, user.passwordHash))) throw new Invalid('This is not your password.', ['current']);
  await forgetTries(ctx, tries, user.id);
  checkPassword(next, user, 'next');
  await setPassword(ctx, user, next);
  await endSessions(ctx, { userId: user.id, except: ctx.viewer.sessionId });
  return true;
}

/** Keeps a password that was checked, and notifies its owner by e-mail. */
export async function setPassword(ctx: Context, user: User, password: string): Promise<void> {
  user.passwordHash = await hashPassword(password);
  queueMail(ctx, user.email, passwordChangedEmail(await languageOf(ctx, user)));
  ctx.log.info({ userId: user.id }, 'a password was changed');
}

/** The language a person is written to in: their own, else the main one of the first tenant they work for. */
export async function languageOf({ em }: Context, user: User): Promise<MailLanguage> {
  if (user.language) return mailLanguage([user.language]);
  const [first] = await em.find(Membership, { user }, { populate: ['tenant'], orderBy: { id: 'asc' }, limit: 1 });
  return mailLanguage(first ? (await first.tenant.loadOrFail()).languages : []);
}
