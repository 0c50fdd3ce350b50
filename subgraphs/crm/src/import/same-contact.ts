import { type BlindKind, blindIndexes } from '@mycelium/kit/blind-index';
import type { Vault } from '@mycelium/kit/vault';
import { keyOfReference } from '../contact/reference-key.ts';
import { foldName, likenessOf } from '../duplicate/likeness.ts';
import { isRoleMailbox } from '../reach/mail-address.ts';
import { type ContactFacts, isNamed } from './contact-facts.ts';

/** By what somebody may be there already. */
export interface ContactKey {
  of: 'reference' | 'mail' | 'phone' | 'name';
  /** Whether it is one person's own: another system's id, no office's mailbox, and a number that is known as it is dialled. */
  isOwn: boolean;
  /** Under each secret that is known, the newest first; a name or another system's id as it is written. */
  indexes: readonly string[];
}

/** From here on names are of one; as for duplicates. */
const ALIKE = 0.5;

/** The keys of a contact, the surest first; its name counts only where there is no way to reach it. */
export function keysOf(
  vault: Vault,
  tenantId: string,
  { name, mails, phones, references = [] }: ContactFacts,
): ContactKey[] {
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
  const ids = references.map((reference) => ({
    ...{ of: 'reference' as const, isOwn: true, indexes: [keyOfReference(reference)] },
  }));
  return [...ids, ...(known.length > 0 ? known : [{ of: 'name' as const, isOwn: false, indexes: [name] }])];
}

/** Whether two who have a key in common are one: also by their names, since people share mailboxes and lines. */
export function areSame(one: ContactFacts, other: ContactFacts, { of, isOwn }: ContactKey): boolean {
  if (of === 'reference') return haveOneId(one, other);
  if (of === 'name' && areTold(one, other)) return false;
  if ((one.kind === 'ORGANISATION') !== (other.kind === 'ORGANISATION') && isNamed(one) && isNamed(other)) return false;
  if (of === 'mail' && isOwn && !(isNamed(one) && isNamed(other))) return true;
  if (foldName(one.name) === foldName(other.name)) return true;
  return isOwn && likenessOf(one.name, other.name) >= ALIKE;
}

function haveOneId({ references = [] }: ContactFacts, other: ContactFacts): boolean {
  const ids = new Set(references.map(keyOfReference));
  return (other.references ?? []).some((reference) => ids.has(keyOfReference(reference)));
}

/** Whether one system has two ids for them. */
function areTold(one: ContactFacts, other: ContactFacts): boolean {
  const systems = new Set(one.references?.map(({ system }) => system));
  return !haveOneId(one, other) && (other.references ?? []).some(({ system }) => systems.has(system));
}
