import type { Context } from '@mycelium/kit/context';
import { findDuplicates } from '../duplicate/find-duplicates.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { type Findable, keepFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import type { Contact } from './contact.ts';

/** Has a contact that was written found by what it says now, and looks for those that may be the same. */
export async function letBeFound(ctx: Context, contact: Contact): Promise<void> {
  await keepFound(ctx, contact, findableContact(contact));
  await letPartnersBeFound(ctx, contact.id);
  await findDuplicates(ctx, contact);
}

type Said = Pick<Contact, 'name' | 'tags'> & Partial<Pick<Contact, 'company' | 'role' | 'department'>>;

/** By what a contact is found. */
export function findableContact({ name, company, role, department, tags }: Said): Findable {
  return { kind: FoundKind.CONTACT, title: name, body: [company, role, department], tags };
}
