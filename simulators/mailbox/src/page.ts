import { escaped } from '@mycelium/frame/index-page';
import type { CaughtMail } from './mailbox.ts';

/** The e-mails, newest first, as a part of a page; links in them can be followed. */
export function mailPage(emails: readonly CaughtMail[]): string {
  const shown = emails.length ? emails.map(article).join('') : '<p>No mail has come yet. Reload to look again.</p>';
  return `<h2>Mail (${emails.length})</h2><p>Every mail that this installation sends ends here, while SMTP_URL is not set.</p>${shown}`;
}

function article({ to, subject, text, at }: CaughtMail): string {
  return `<article><h2>${escaped(subject)}</h2><small>to ${escaped(to)}, ${at.toISOString()}</small><pre>${linked(escaped(text))}</pre></article>`;
}

function linked(text: string): string {
  return text.replace(/https?:\/\/[^\s<&]+/g, (url) => `<a href="${url}">${url}</a>`);
}
