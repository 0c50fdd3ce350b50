import type { FilterQuery, OrderDefinition } from '@mikro-orm/core';
import { type BlindKind, blindIndexes } from '@mycelium/kit/blind-index';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { readMails } from '../reach/mail-address.ts';
import { phoneIndexes } from '../reach/phone-indexes.ts';
import { Side } from '../side/side.ts';
import { carries } from '../tag/find-tags.ts';
import { Contact, ContactKind, type ContactPage } from './contact.ts';

@InputType({ description: 'The id of a contact in another system.' })
class ContactReferenceFilter {
  @Field(() => String, { nullable: true, description: 'For example hubspot; left out, any system.' })
  system?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out, any id.' })
  id?: string | null;
}

@InputType({ description: 'Which contacts; what is left out does not matter.' })
export class ContactFilter {
  @Field(() => Side, { nullable: true, description: 'Of which book.' })
  side?: Side | null;

  @Field(() => [ContactKind], { nullable: true })
  kinds?: ContactKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after them, by user id.' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Those that carry this tag.' })
  tag?: string | null;

  @Field(() => String, { nullable: true, description: 'A whole e-mail address, or @example.com for all of a domain.' })
  mail?: string | null;

  @Field(() => String, { nullable: true, description: 'A whole phone number, or its last four digits.' })
  phone?: string | null;

  @Field(() => ContactReferenceFilter, { nullable: true, description: 'Whom another system calls so.' })
  reference?: ContactReferenceFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that must not be contacted, or only the others.' })
  doNotContact?: boolean | null;
}

export enum ContactSort {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(ContactSort, {
  name: 'ContactSort',
  description: 'In which order contacts are listed.',
  valuesConfig: { NEWEST: { description: 'Those that were created last first.' } },
});

const orders: Record<ContactSort, OrderDefinition<Contact>> = {
  NAME: { name: 'asc', id: 'asc' },
  // Ids rise with time.
  NEWEST: { id: 'desc' },
};

/** The contact, unless it was removed; one that has become part of another one says so. */
export async function findContact(ctx: Context, id: string): Promise<Contact | undefined> {
  const contact = await find(ctx, Contact, id);
  return contact?.removedAt && !contact.mergedIntoId ? undefined : contact;
}

/** The contact with what stands in rows beside it; throws NotFound when there is none or it was removed, and Conflict when it has become part of another one. */
export async function readContact(ctx: Context, id: string): Promise<Contact> {
  const contact = await readRemoved(ctx, id);
  const { mergedIntoId } = contact;
  if (mergedIntoId)
    throw new Conflict('This contact has become part of another one.', { reason: 'MERGED', mergedIntoId });
  if (contact.removedAt) throw new NotFound('Contact', id);
  return contact;
}

/** The contact, whether it was removed or not; throws NotFound when there is none. */
export async function readRemoved(ctx: Context, id: string): Promise<Contact> {
  const contact = await find(ctx, Contact, id);
  if (!contact) throw new NotFound('Contact', id);
  await ctx.em.populate(contact, ['mails', 'phones', 'references']);
  return contact;
}

/** A page of a tenant's contacts, by name unless sorted. */
export async function pageOfContacts(
  ctx: Context,
  tenantId: string,
  { filter, sort }: { filter?: ContactFilter | null; sort?: ContactSort | null },
  range: PageArgs,
): Promise<ContactPage> {
  const where = { tenantId, removedAt: null, ...(await wanted(ctx, tenantId, filter ?? {})) };
  return page(ctx, Contact, where as FilterQuery<Contact>, range, orders[sort ?? ContactSort.NAME]);
}

async function wanted(ctx: Context, tenantId: string, filter: ContactFilter): Promise<object> {
  const { side, kinds, ownerId, tag, mail, phone, reference, doNotContact } = filter;
  return {
    ...(side && { side }),
    ...(kinds && { kind: { $in: kinds } }),
    ...(ownerId && { ownerId: oneOf([ownerId]) }),
    ...(tag && (await carries(ctx, tenantId, tag))),
    ...(mail && { mails: { $some: byMail(ctx, tenantId, mail) } }),
    ...(phone && { phones: { $some: await byPhone(ctx, tenantId, phone) } }),
    ...((reference?.system || reference?.id) && { references: { $some: byReference(reference) } }),
    ...(doNotContact != null && { doNotContact: { since: doNotContact ? { $ne: null } : null } }),
  };
}

function byMail(ctx: Context, tenantId: string, text: string): object {
  const known = (kind: BlindKind, value: string) => ({ $in: blindIndexes(ctx.vault, tenantId, kind, value) });
  if (text.trim().startsWith('@')) return { domainIndex: known('email-domain', `any${text.trim()}`) };
  const [address] = readMails(text);
  if (!address) throw new Invalid('This is no e-mail address.', ['filter', 'mail'], { reason: 'NOT_EMAIL' });
  return { mailIndex: known('email', address) };
}

function byReference({ system, id }: ContactReferenceFilter): object {
  return { ...(system && { system: system.trim().toLowerCase() }), ...(id && { externalId: id.trim() }) };
}

async function byPhone(ctx: Context, tenantId: string, text: string): Promise<object> {
  const indexes = await phoneIndexes(ctx, tenantId, text);
  if (indexes.length === 0)
    throw new Invalid('This is no phone number.', ['filter', 'phone'], { reason: 'PHONE_INVALID' });
  return { $or: [{ phoneIndex: { $in: indexes } }, { lastFourIndex: { $in: indexes } }] };
}
