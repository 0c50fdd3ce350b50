import type { Context } from '@mycelium/kit/context';
import { csvOf } from '@mycelium/kit/csv';
import { maskEmail, maskPhone } from '@mycelium/kit/masks';
import type { PageArgs } from '@mycelium/kit/page';
import { personal } from '@mycelium/kit/personal';
import { moreCell } from '../import/own-more.ts';
import { ownColumns, withoutSemicolon } from '../import/own-table.ts';
import { feedOf } from '../side/side.ts';
import { birthdayOf } from './birthday.ts';
import type { Contact, ContactExport } from './contact.ts';
import { referencesOf } from './contact-reference.ts';
import { type ContactFilter, pageOfContacts } from './find-contacts.ts';
import { addressesOf } from './write-contact.ts';

/** A page of contacts as a table; what an import reads of it is what they are. */
export async function exportContacts(
  ctx: Context,
  tenantId: string,
  filter: ContactFilter | null | undefined,
  range: PageArgs,
): Promise<ContactExport> {
  const { edges, pageInfo } = await pageOfContacts(ctx, tenantId, { filter }, range);
  const contacts = edges.map(({ node }) => node);
  await ctx.em.populate(contacts, ['mails', 'phones', 'references']);
  const { hasNextPage, endCursor } = pageInfo;
  return {
    csv: csvOf(
      [...ownColumns.keys()],
      contacts.map((contact) => rowOf(ctx, contact)),
    ),
    hasNextPage,
    endCursor,
  };
}

function rowOf(ctx: Context, contact: Contact): (string | undefined)[] {
  const { birthday, ...ways } = waysOf(ctx, contact);
  const all = { ...ways, tags: contact.tags, references: referencesOf(contact) };
  const { doNotContact } = contact;
  const cells: Record<string, string | null | undefined> = {
    'Contact ID': contact.id,
    Kind: contact.kind,
    Name: contact.name,
    Company: contact.company,
    Role: contact.role,
    Department: contact.department,
    Tags: contact.tags.join('; '),
    'Owner ID': contact.ownerId,
    'Do not contact': doNotContact ? 'yes' : '',
    'Do not contact because': doNotContact?.reason,
    Birthday: birthday,
    'External IDs': all.references.map(({ system, id }) => `${system}:${withoutSemicolon(id)}`).join('; '),
    More: moreCell(all),
  };
  for (const [at, { value, label }] of all.mails.entries())
    Object.assign(cells, { [`E-mail ${at + 1} - Label`]: label, [`E-mail ${at + 1} - Value`]: value });
  for (const [at, { value, extension, label }] of all.phones.entries()) {
    const dialled = extension ? `${value};ext=${extension}` : value;
    Object.assign(cells, { [`Phone ${at + 1} - Label`]: label, [`Phone ${at + 1} - Value`]: dialled });
  }
  for (const [at, address] of all.addresses.entries()) {
    const facets = { Label: address.label, Street: address.street, City: address.city, Region: address.region };
    const whole = { ...facets, 'Postal Code': address.postalCode, Country: address.country };
    for (const [facet, text] of Object.entries(whole)) cells[`Address ${at + 1} - ${facet}`] = text;
  }
  return [...ownColumns.keys()].map((column) => cells[column] ?? undefined);
}

/** How a contact is reached, and its birthday, as the viewer may see it. */
function waysOf(ctx: Context, contact: Contact) {
  const shown = (field: string, value: string, mask: (value: string) => string) =>
    personal(ctx, { noun: 'Contact', nounId: contact.id, field, logOf: feedOf(contact) }, value, mask);
  const addresses = addressesOf(ctx, contact);
  const birthday = birthdayOf(ctx, contact);
  return {
    mails: contact.mails.getItems().map(({ sealedValue, label }) => ({
      ...{ value: shown('mails', ctx.vault.open(sealedValue), maskEmail), label },
    })),
    phones: contact.phones.getItems().map(({ sealedValue, label, extension, isInternational }) => ({
      ...{ value: shown('phones', ctx.vault.open(sealedValue), maskPhone), label, extension, isInternational },
    })),
    birthday: birthday ? shown('birthday', birthday, () => '') : '',
    addresses: addresses.length > 0 && shown('addresses', 'yes', () => '') ? addresses : [],
  };
}
