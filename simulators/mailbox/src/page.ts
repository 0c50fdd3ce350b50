import type { CaughtMail } from './mailbox.ts';

/** The letters as a page without scripts; links in them can be followed. */
export function mailPage(letters: readonly CaughtMail[]): string {
  const body = letters.length ? letters.map(article).join('') : '<p>No mail has come yet. Reload to look again.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mailbox (${letters.length})</title>
<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #bbb;padding:1rem 0}
h2{font-size:1.1rem;margin:0}small{color:#555}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}</style>
<h1>Mailbox</h1><p>Every mail that this installation sends ends here, while SMTP_URL is not set.</p>${body}</html>`;
}

function article({ to, subject, text, at }: CaughtMail): string {
  return `<article><h2>${escaped(subject)}</h2><small>to ${escaped(to)}, ${at.toISOString()}</small><pre>${linked(escaped(text))}</pre></article>`;
}

function linked(text: string): string {
  return text.replace(/https?:\/\/[^\s<&]+/g, (url) => `<a href="${url}">${url}</a>`);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
