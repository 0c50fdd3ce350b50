import type { Context } from '@mycelium/kit/context';
import { birthdayOf } from '../contact/birthday.ts';
import type { Contact } from '../contact/contact.ts';
import { referencesOf } from '../contact/contact-reference.ts';
import { addressesOf } from '../contact/write-contact.ts';
import { type ContactFacts, someOf } from './contact-facts.ts';

/** What of a contact that is there an import could write, with what stands beside it loaded. */
export function factsOfContact(ctx: Context, contact: Contact): ContactFacts {
  const { kind, name, company, role, department, ownerId, tags, doNotContact } = contact;
  const said = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;
  return {
    ...{ kind, name, company: said(company), role: said(role), department: said(department), ownerId: said(ownerId) },
    tags: [...tags],
    mails: contact.mails.getItems().map(({ sealedValue, label }) => ({
      ...{ value: ctx.vault.open(sealedValue), label: said(label) },
    })),
    phones: contact.phones.getItems().map(({ sealedValue, label, extension, isInternational }) => ({
      ...{ value: ctx.vault.open(sealedValue), label: said(label), extension: said(extension), isInternational },
    })),
    addresses: addressesOf(ctx, contact),
    birthday: said(birthdayOf(ctx, contact)),
    references: someOf(referencesOf(contact)),
    doNotContact: doNotContact ? { reason: said(doNotContact.reason) } : undefined,
  };
}
