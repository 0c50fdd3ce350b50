import type { Context } from '@mycelium/kit/context';
import { findDuplicates } from '../duplicate/find-duplicates.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { type Findable, keepFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import type { Contact } from './contact.ts';
import { type ContactReference, referencesOf } from './contact-reference.ts';

/** Has a contact that was written, with its references loaded, found by what it says now, and looks for those that may be the same. */
export async function letBeFound(ctx: Context, contact: Contact): Promise<void> {
  await keepFound(ctx, contact, findableOf(contact));
  await letPartnersBeFound(ctx, contact.id);
  await findDuplicates(ctx, contact);
}

interface Said extends Pick<Contact, 'name' | 'tags'>, Partial<Pick<Contact, 'company' | 'role' | 'department'>> {
  references?: readonly ContactReference[];
}

function findableOf(contact: Contact): Findable {
  const { name, company, role, department, tags } = contact;
  return findableContact({ name, company, role, department, tags, references: referencesOf(contact) });
}

/** By what a contact is found. */
export function findableContact({ name, company, role, department, references = [], tags }: Said): Findable {
  const body = [company, role, department, ...references.map(({ id }) => id)];
  return { kind: FoundKind.CONTACT, title: name, body, tags };
}
