import { digitsOf } from './masks.ts';
import type { Vault } from './vault.ts';

/** The kinds of sealed values by which a person can be found. */
export type BlindKind = 'email' | 'email-domain' | 'same-mailbox' | 'phone' | 'phone-last-four' | 'same-line';

const FEWEST_DIGITS = 8;

/**
 * A value as it is compared: an address in small letters, a phone by the digits that are dialled. Undefined for what has
 * none, so that nobody is found by nothing.
 */
function compared(kind: BlindKind, value: string): string | undefined {
  if (kind === 'email') return value.normalize('NFKC').trim().toLowerCase() || undefined;
  if (kind === 'email-domain') return /@([^@\s]+)$/.exec(compared('email', value) ?? '')?.[1];
  if (kind === 'same-mailbox') return mailboxOf(compared('email', value));
  const digits = digitsOf(value);
  if (kind === 'phone') return digits || undefined;
  // Brazil's mobiles had a digit less until 2016, and many are still written down so.
  if (kind === 'same-line') return digits.replace(/^55(\d{2})9(?=[6-9]\d{7}$)/, '55$1') || undefined;
  return digits.length < FEWEST_DIGITS ? undefined : digits.slice(-4);
}

/** Gmail alone delivers to the same mailbox without dots, and without what follows a plus. */
function mailboxOf(address: string | undefined): string | undefined {
  const [, local = '', domain = ''] = /^(.*)@([^@]+)$/.exec(address ?? '') ?? [];
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return address;
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@gmail.com`;
}

/** The index to keep beside a sealed value; another one in each tenant and for each kind. */
export function blindIndex(vault: Vault, tenantId: string, kind: BlindKind, value: string): string | undefined {
  return blindIndexes(vault, tenantId, kind, value)[0];
}

/** Every index under which a row may still be kept, the newest key's first: what a search asks for while rows are sealed again. */
export function blindIndexes(vault: Vault, tenantId: string, kind: BlindKind, value: string): string[] {
  const text = compared(kind, value);
  return text === undefined ? [] : vault.digests(JSON.stringify(['person', tenantId, kind, text]));
}
