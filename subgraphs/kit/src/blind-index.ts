import { digitsOf } from './masks.ts';
import type { Vault } from './vault.ts';

/** The kinds of sealed values by which a person can be found. */
export type BlindKind = 'email' | 'email-domain' | 'phone' | 'phone-last-four';

const FEWEST_DIGITS = 8;

/**
 * A value as it is compared: an address in small letters, a phone by the digits that are dialled. Undefined for what has
 * none, so that nobody is found by nothing.
 */
function compared(kind: BlindKind, value: string): string | undefined {
  if (kind === 'email') return value.normalize('NFKC').trim().toLowerCase() || undefined;
  if (kind === 'email-domain') return /@([^@\s]+)$/.exec(compared('email', value) ?? '')?.[1];
  const digits = digitsOf(value);
  if (kind === 'phone') return digits || undefined;
  return digits.length < FEWEST_DIGITS ? undefined : digits.slice(-4);
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
