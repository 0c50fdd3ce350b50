import type { Context } from '@mycelium/kit/context';
import { legible } from '@mycelium/kit/legible';
import { type Mailer, MailRefused } from '@mycelium/kit/mail';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { GiveUp, type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { z } from 'zod';
import type { EmailText } from './emails.ts';
import { Mail, MailState } from './mail.ts';

/** Queues an e-mail; it leaves after the transaction is kept, or not at all. */
export function queueMail(ctx: Context, to: string, message: EmailText, tenantId?: string): Mail {
  const mail = ctx.em.create(Mail, { to, tenantId, sealedLetter: ctx.vault.seal(JSON.stringify(message)) });
  planEmail(ctx, mail);
  return mail;
}

/** A process that is killed after the server had the e-mail sends it again, under the same Message-ID, rather than never. */
export const sendEmail = task(
  'mail',
  z.object({ mailId: z.uuid() }),
  async (desk, { mailId }) => {
    const { mailer } = desk.outside;
    if (!mailer) throw new Error('No mail server is known.');
    const mail = await desk.transact(({ em }) => em.findOne(Mail, { id: mailId }));
    if (!mail || mail.state === MailState.SENT) return;
    if (!mail.sealedLetter) throw new GiveUp(mail.error ?? 'The e-mail is no longer kept.');
    try {
      await send(desk, mailer, mail);
    } catch (error) {
      const isOver = error instanceof MailRefused || desk.isLastAttempt;
      const reason = legible(error instanceof Error ? error.message : String(error)).slice(0, 500);
      // An e-mail that was not refused stays, so that it can be retried.
      const message = error instanceof MailRefused ? { sealedLetter: undefined } : {};
      const state = isOver ? { state: MailState.FAILED } : {};
      await desk.transact((ctx) => settle(ctx, mailId, { error: reason, ...state, ...message }));
      throw isOver ? new GiveUp(reason) : new Error(reason);
    }
    await desk.conclude((ctx) => settle(ctx, mailId, { state: MailState.SENT, sealedLetter: undefined }));
  },
  {
    firstWaitMs: 15_000,
    canRun: ({ mailer }) => mailer !== undefined,
    cancelled: ({ em }, { mailId }) =>
      em.nativeUpdate(Mail, { id: mailId, state: MailState.QUEUED }, { state: MailState.FAILED, sealedLetter: null }),
  },
);

/** E-mails of a version before this one, which knew no tasks. */
export const planEmails = leftovers('mail-left', async (ctx) => {
  const left = await ctx.em.execute<{ id: string; tenant_id: string | null }[]>(
    `select id, tenant_id from tenants.mail where state = 'QUEUED' and not exists (
       select 1 from tenants_worker._private_jobs where key = 'mail ' || coalesce(tenant_id::text, 'system') || ' ' || mail.id
     ) order by id limit 1000`,
  );
  for (const { id, tenant_id: tenantId } of left) planEmail(ctx, { id, tenantId: tenantId ?? undefined });
});

function planEmail(ctx: Context, { id, tenantId }: Pick<Mail, 'id' | 'tenantId'>): void {
  enqueue(ctx, sendEmail, { mailId: id }, { key: id, tenantId: tenantId ?? null });
}

async function send({ transact }: TaskDesk, mailer: Mailer, mail: Mail): Promise<void> {
  const text = await transact(async ({ vault }) => vault.open(mail.sealedLetter ?? ''));
  await mailer.send({ ...(JSON.parse(text) as EmailText), to: mail.to, messageId: mail.id });
}

async function settle({ em }: Context, id: string, patch: Partial<Mail>): Promise<void> {
  const mail = await em.findOneOrFail(Mail, { id });
  em.assign(mail, { ...patch, attempts: mail.attempts + 1 });
}
