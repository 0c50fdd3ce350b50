import { type BlindKind, blindIndexes } from '@mycelium/kit/blind-index';
import type { Vault } from '@mycelium/kit/vault';
import { foldName, likenessOf } from '../duplicate/likeness.ts';
import { isRoleMailbox } from '../reach/mail-address.ts';
import { type ContactFacts, isNamed } from './contact-facts.ts';

/** By what somebody may be there already. */
export interface ContactKey {
  of: 'mail' | 'phone' | 'name';
  /** Whether it is one person's own: no office's mailbox, and a number that is known as it is dialled. */
  isOwn: boolean;
  /** Under each secret that is known, the newest first; a name as it is written. */
  indexes: readonly string[];
}

/** From here on names are of one; as for duplicates. */
const ALIKE = 0.5;

/** The keys of a contact; its name counts only where there is no way to reach it. */
export function keysOf(vault: Vault, tenantId: string, { name, mails, phones }: ContactFacts): ContactKey[] {
  const indexesOf = (kind: BlindKind, value: string) => blindIndexes(vault, tenantId, kind, value);
  const ways: ContactKey[] = [
    ...mails.map(({ value }) => ({
      ...{ of: 'mail' as const, isOwn: !isRoleMailbox(value), indexes: indexesOf('same-mailbox', value) },
    })),
    ...phones.map(({ value, isInternational }) => ({
      ...{ of: 'phone' as const, isOwn: isInternational, indexes: indexesOf('same-line', value) },
    })),
  ];
  const known = ways.filter(({ indexes }) => indexes.length > 0);
  return known.length > 0 ? known : [{ of: 'name', isOwn: false, indexes: [name] }];
}

/** Whether two who have a key in common are one: also by their names, since people share mailboxes and lines. */
export function areSame(one: ContactFacts, other: ContactFacts, { of, isOwn }: ContactKey): boolean {
  if ((one.kind === 'ORGANISATION') !== (other.kind === 'ORGANISATION') && isNamed(one) && isNamed(other)) return false;
  if (of === 'mail' && isOwn && !(isNamed(one) && isNamed(other))) return true;
  if (foldName(one.name) === foldName(other.name)) return true;
  return isOwn && likenessOf(one.name, other.name) >= ALIKE;
}
