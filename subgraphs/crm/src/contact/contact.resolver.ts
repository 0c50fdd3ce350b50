import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { maskEmail, maskPhone } from '@mycelium/kit/masks';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { personal } from '@mycelium/kit/personal';
import {
  contactCreated,
  contactRemoved,
  contactsImported,
  contactUpdated,
} from '@mycelium/schema/subgraphs/crm/contacts';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { feedOf } from '../side/side.ts';
import { Address } from './address.ts';
import { birthdayOf } from './birthday.ts';
import { Contact, ContactExport, ContactPage, ContactRecord } from './contact.ts';
import { ContactChange, ContactChangeKind } from './contact-change.ts';
import { CreateContactInput, UpdateContactInput } from './contact-input.ts';
import { ContactMailRow } from './contact-mail.ts';
import { ContactPhoneRow } from './contact-phone.ts';
import { ContactReference, ContactReferenceRow, referencesOf } from './contact-reference.ts';
import { exportContact } from './export-contact.ts';
import { exportContacts } from './export-contacts.ts';
import { ContactFilter, ContactSort, findContact, pageOfContacts } from './find-contacts.ts';
import { addressesOf, createContact, removeContact, restoreContact, updateContact } from './write-contact.ts';

const kinds: ReadonlyMap<string, ContactChangeKind> = new Map([
  [contactCreated.name, ContactChangeKind.CREATED],
  [contactUpdated.name, ContactChangeKind.UPDATED],
  [contactRemoved.name, ContactChangeKind.REMOVED],
  [contactsImported.name, ContactChangeKind.IMPORTED],
]);

@Resolver(() => Contact)
class ContactResolver {
  @Allow('crm:read')
  @Query(() => Contact, { nullable: true, description: 'One contact; null if there is none with this id.' })
  contact(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Contact | undefined> {
    return findContact(ctx, id);
  }

  @Allow('crm:read')
  @Directive('@viewerSpecific')
  @Query(() => ContactRecord, {
    description:
      'All that is kept of one person, also of one who was removed; it takes the permission pii:read, and the log says that it was shown.',
  })
  exportContact(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ContactRecord> {
    return exportContact(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Contact, {
    description:
      'Creates a contact. One of the kind USER with a department is announced to HR, which answers with its onboarding.',
  })
  createContact(
    @Arg('input', () => CreateContactInput) input: CreateContactInput,
    @Ctx() ctx: Context,
  ): Promise<Contact> {
    return createContact(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Contact, { description: 'Changes a contact.' })
  updateContact(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateContactInput) input: UpdateContactInput,
    @Ctx() ctx: Context,
  ): Promise<Contact> {
    return updateContact(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a contact; it can be restored.' })
  removeContact(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeContact(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Contact, { description: 'Restores a removed contact.' })
  restoreContact(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Contact> {
    return restoreContact(ctx, id);
  }

  @Follow(
    () => ContactChange,
    [contactCreated, contactUpdated, contactRemoved, contactsImported],
    'crm:read',
    "Each change of the tenant's contacts, as it happens; with `after`, starting with those since then.",
  )
  async contactChanged({ type, payload: { contactId } }: EventOf<typeof contactUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? ContactChangeKind.UPDATED;
    return { kind, contactId, contact: await findContact(ctx, contactId) };
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [ContactMailRow], { description: 'The main one first.' })
  mails(@Root() contact: Contact): Promise<ContactMailRow[]> {
    return contact.mails.loadItems();
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [ContactPhoneRow], { description: 'The main one first.' })
  phones(@Root() contact: Contact): Promise<ContactPhoneRow[]> {
    return contact.phones.loadItems();
  }

  @Directive('@viewerSpecific')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Address], { description: 'Postal addresses; none without the permission pii:read.' })
  addresses(@Root() contact: Contact, @Ctx() ctx: Context): Address[] {
    if (!contact.sealedAddresses || !ctx.viewer.scopes.includes('pii:read')) return [];
    personal(ctx, { noun: 'Contact', nounId: contact.id, field: 'addresses', logOf: feedOf(contact) }, '', String);
    return addressesOf(ctx, contact);
  }

  @Directive('@viewerSpecific')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The day as 1990-03-09, or without its year as --03-09. Without the permission pii:read its mask, ***.',
  })
  birthday(@Root() contact: Contact, @Ctx() ctx: Context): string | null {
    const birthday = birthdayOf(ctx, contact);
    const owner = { noun: 'Contact', nounId: contact.id, field: 'birthday', logOf: feedOf(contact) };
    return birthday && personal(ctx, owner, birthday, () => '***');
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [ContactReference], { description: 'What other systems call it.' })
  async references(@Root() contact: Contact): Promise<ContactReference[]> {
    await contact.references.loadItems();
    return referencesOf(contact);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Contact): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => ContactMailRow)
class ContactMailResolver {
  @Directive('@viewerSpecific')
  @FieldResolver(() => String, { description: 'Without the permission pii:read its mask, such as j***@….' })
  value(@Root() mail: ContactMailRow, @Ctx() ctx: Context): string {
    const owner = { noun: 'Contact', nounId: mail.contact.id, field: 'mails', logOf: feedOf(mail) };
    return personal(ctx, owner, ctx.vault.open(mail.sealedValue), maskEmail);
  }

  @FieldResolver(() => String, {
    description: 'Its mask, such as j***@…, for everybody: to ask for it is not recorded.',
  })
  masked(@Root() { sealedValue }: ContactMailRow, @Ctx() { vault }: Context): string {
    return maskEmail(vault.open(sealedValue));
  }
}

@Resolver(() => ContactPhoneRow)
class ContactPhoneResolver {
  @Directive('@viewerSpecific')
  @FieldResolver(() => String, { description: 'Without the permission pii:read its mask, such as ***1234.' })
  value(@Root() phone: ContactPhoneRow, @Ctx() ctx: Context): string {
    const owner = { noun: 'Contact', nounId: phone.contact.id, field: 'phones', logOf: feedOf(phone) };
    return personal(ctx, owner, ctx.vault.open(phone.sealedValue), maskPhone);
  }

  @FieldResolver(() => String, {
    description: 'Its mask, such as ***1234, for everybody: to ask for it is not recorded.',
  })
  masked(@Root() { sealedValue }: ContactPhoneRow, @Ctx() { vault }: Context): string {
    return maskPhone(vault.open(sealedValue));
  }
}

@Resolver(() => Tenant)
class TenantContactsResolver {
  @Allow('crm:read')
  @FieldResolver(() => ContactPage, { description: 'Its contacts, by name unless sorted.' })
  contacts(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ContactFilter, { nullable: true }) filter?: ContactFilter,
    @Arg('sort', () => ContactSort, { nullable: true, description: 'Left out, NAME.' }) sort?: ContactSort,
  ): Promise<ContactPage> {
    return pageOfContacts(ctx, tenant.id, { filter, sort }, { first, after });
  }

  @Allow('crm:read')
  @Directive('@viewerSpecific')
  @FieldResolver(() => ContactExport, { description: 'Its contacts as a table, page by page.' })
  exportContacts(
    @Root() tenant: Tenant,
    @Arg('first', () => Int, { defaultValue: 200, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('filter', () => ContactFilter, { nullable: true }) filter?: ContactFilter,
  ): Promise<ContactExport> {
    return exportContacts(ctx, tenant.id, filter, { first, after });
  }
}

export const contactPart = part(
  Contact,
  ContactMailRow,
  ContactPhoneRow,
  ContactReferenceRow,
  ...[ContactResolver, ContactMailResolver, ContactPhoneResolver, TenantContactsResolver],
);
