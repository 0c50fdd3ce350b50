import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { legible } from '@mycelium/kit/legible';
import { type Mailer, MailRefused } from '@mycelium/kit/mail';
import type { LetterText } from './letters.ts';
import { Mail, MailState } from './mail.ts';

const AT_ONCE = 5;
const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Queues a letter; it leaves after the transaction is kept, or not at all. */
export function queueMail(ctx: Context, to: string, letter: LetterText, tenantId?: string): Mail {
  return ctx.em.create(Mail, { to, tenantId, sealedLetter: ctx.vault.seal(JSON.stringify(letter)) });
}

/** Sends what is due. A row is let go of only when the server has its letter, so a process that is killed meanwhile sends it again under the same Message-ID rather than never. */
export async function sendQueuedMail(ctx: Context): Promise<void> {
  const { mailer } = ctx.outside;
  if (!mailer) return;
  const due = await ctx.em.find(
    Mail,
    { state: MailState.QUEUED, nextAttemptAt: { $lte: new Date() } },
    { orderBy: { nextAttemptAt: 'asc' }, limit: AT_ONCE, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
  await Promise.all(due.map((mail) => send(ctx, mailer, mail)));
}

async function send(ctx: Context, mailer: Mailer, mail: Mail): Promise<void> {
  mail.attempts += 1;
  try {
    const letter = JSON.parse(ctx.vault.open(mail.sealedLetter ?? '')) as LetterText;
    await mailer.send({ ...letter, to: mail.to, messageId: mail.id });
    settle(mail, MailState.SENT);
  } catch (error) {
    // What a server says may be anything; if it could not be kept, letters that have left would leave once more.
    mail.error = legible(String(error instanceof Error ? error.message : error)).slice(0, 500);
    if (error instanceof MailRefused || mail.attempts >= MAX_ATTEMPTS) settle(mail, MailState.FAILED);
    else mail.nextAttemptAt = new Date(Date.now() + waitAfter(mail.attempts));
    ctx.log.warn({ mailId: mail.id, attempts: mail.attempts, state: mail.state, reason: mail.error }, 'no mail left');
  }
}

function settle(mail: Mail, state: MailState): void {
  mail.state = state;
  mail.sealedLetter = undefined;
}

/** How long to wait after so many failures: twice as long each time, up to an hour. */
function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}
