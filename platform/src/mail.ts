import { openMailbox } from '@mycelium/mailbox/mailbox';
import type { Env } from './env.ts';
import { say } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** The mail server that is configured; in development without one, a mailbox that keeps every e-mail and shows it on a page. */
export async function openMail(
  { SMTP_URL: url, MAIL_FROM: from, NODE_ENV }: Env,
  shutdown: Shutdown,
  now: () => Date,
): Promise<{ mail?: { url: string; from: string }; mailbox?: string }> {
  if (url) return { mail: { url, from } };
  if (NODE_ENV === 'production') {
    say('SMTP_URL is not set: invitations and e-mails for new passwords wait until it is.');
    return {};
  }
  const mailbox = await openMailbox({ now });
  shutdown.defer(() => mailbox.close());
  return { mail: { url: mailbox.smtpUrl, from }, mailbox: mailbox.pageUrl };
}

/** What links in e-mails begin with. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT, tls }: Env): string {
  return PUBLIC_URL ?? `${tls ? 'https' : 'http'}://${HOST}:${PORT}`;
}
