import { domainToASCII } from 'node:url';

/** The longest local part, domain and whole of an address (RFC 5321, 4.5.3.1). */
const MOST = { local: 64, domain: 255, whole: 254 };
/** A longer text is no address, nor several: nobody makes us read a megabyte for them. */
const MOST_TEXT = 1_000;
const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^(?:${ATOM}(?:\\.${ATOM})*|"(?:[^"\\\\]|\\\\.)*")$`, 'u');
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Local parts that belong to an office and not to a person. */
const ROLES = new Set(
  'abuse admin administrator billing booking bookings contact hello help hostmaster info mail mailer-daemon marketing newsletter no-reply noreply office orders postmaster press privacy root sales security service shop support team webmaster'.split(
    ' ',
  ),
);

/**
 * The e-mail addresses in a text, as they are written down: without what is certainly not meant (a name around it, mailto:,
 * what cannot be seen), the domain in small letters and ASCII. Undefined stands for a part that is none.
 */
export function readMails(text: string): (string | undefined)[] {
  if (text.length > MOST_TEXT) return [undefined];
  const parts = splitMails(text.replaceAll(INVISIBLE, '').replaceAll('\uff20', '@'));
  return parts.length === 0 ? [undefined] : parts.map(readMail);
}

/** Whether an address is an office's, such as info@ or noreply@: equal ones do not say that people are the same. */
export function isRoleMailbox(address: string): boolean {
  return ROLES.has(address.slice(0, address.lastIndexOf('@')).toLowerCase());
}

/** At what parts addresses, outside of quotes. */
function splitMails(text: string): string[] {
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|[^;,\n"]|")+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readMail(text: string): string | undefined {
  const inner = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const address = inner.trim().replace(/^mailto:/i, '');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  const domain = domainToASCII(address.slice(at + 1)).toLowerCase();
  if (local.length > MOST.local || domain.length > MOST.domain || local.length + domain.length + 1 > MOST.whole)
    return undefined;
  return LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : undefined;
}
