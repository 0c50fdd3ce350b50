import { ownTenant } from '@mycelium/kit/allow';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { change, create, unchanged, update } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { contactCreated, contactRemoved, contactUpdated, userCreated } from '@mycelium/schema/subgraphs/crm/contacts';
import { forgetDuplicates } from '../duplicate/find-duplicates.ts';
import { checkReader } from '../people/people.ts';
import { forgetFound } from '../search/keep-found.ts';
import { feedOf, Side, sideFor } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { keepTags } from '../tag/keep-tags.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import type { Address } from './address.ts';
import { birthdayOf, sealBirthday } from './birthday.ts';
import { Contact, ContactKind, DoNotContact } from './contact.ts';
import {
  type CreateContactInput,
  createContactSchema,
  type UpdateContactInput,
  updateContactSchema,
} from './contact-input.ts';
import { readContact, readRemoved } from './find-contacts.ts';
import { letBeFound } from './let-be-found.ts';
import { setReferences } from './set-references.ts';
import { type Masks, masksOf, readPhonesOf, setMails, setPhones } from './ways.ts';

/** A new contact; throws Invalid with the path of what is wrong. HR is told of somebody who is to work here. */
export async function createContact(ctx: Context, input: CreateContactInput): Promise<Contact> {
  const { side, mails, phones, addresses, birthday, references, doNotContact, ...facts } = parseInput(
    createContactSchema,
    input,
  );
  const book = sideFor(ctx, side);
  checkKind(book, facts.kind, mails);
  await checkReader(ctx, book, facts.ownerId, ['input', 'ownerId']);
  const contact = create(ctx, Contact, {
    ...facts,
    tags: await keepTags(ctx, { tenantId: ownTenant(ctx), side: book }, facts.tags),
    side: book,
    doNotContact: doNotContact && saidNow(ctx, doNotContact),
    sealedAddresses: sealAddresses(ctx, addresses),
    sealedBirthday: sealBirthday(ctx, birthday),
  } as never);
  setMails(ctx, contact, mails);
  setPhones(ctx, contact, await readPhonesOf(ctx, contact.tenantId, phones));
  await setReferences(ctx, contact, references);
  await ctx.em.flush();
  await letBeFound(ctx, contact);
  await publish(ctx, contactCreated, contact, EntryKind.CONTACT_CREATED);
  if (isToWorkHere(contact)) tellHr(ctx, contact, mails);
  return contact;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. */
export async function updateContact(ctx: Context, id: string, input: UpdateContactInput): Promise<Contact> {
  const { version, mails, phones, addresses, birthday, references, doNotContact, ...facts } = parseInput(
    updateContactSchema,
    input,
  );
  const contact = await readContact(ctx, id);
  const before = isToWorkHere(contact);
  const known = contact.mails.getItems().map(({ sealedValue }) => ({ value: ctx.vault.open(sealedValue) }));
  checkKind(contact.side, facts.kind ?? contact.kind, mails ?? known);
  await checkReader(ctx, contact.side, facts.ownerId, ['input', 'ownerId']);
  const read = phones && (await readPhonesOf(ctx, contact.tenantId, phones));
  const tags = facts.tags && (await keepTags(ctx, contact, facts.tags));
  const masks = masksOf(ctx, contact);
  const beside = [
    mails && setMails(ctx, contact, mails),
    read && setPhones(ctx, contact, read),
    references && (await setReferences(ctx, contact, references)),
  ];
  const isBesideNew = beside.includes(true);
  const isNew = addresses && JSON.stringify(addresses) !== JSON.stringify(addressesOf(ctx, contact));
  const patch = {
    ...facts,
    kind: facts.kind ?? undefined,
    name: facts.name ?? undefined,
    tags: tags ?? undefined,
    doNotContact: doNotContact && (isSaid(contact, doNotContact) ? undefined : saidNow(ctx, doNotContact)),
    sealedAddresses: isNew ? sealAddresses(ctx, addresses) : undefined,
    sealedBirthday: birthday === birthdayOf(ctx, contact) ? undefined : sealBirthday(ctx, birthday),
    ...(isBesideNew && { updatedAt: new Date() }),
  };
  const changed = await update(ctx, Contact, { id, version }, patch as Partial<Contact>, (changed) => {
    if (isBesideNew) recordBeside(ctx, changed, masks);
    ctx.publish(contactUpdated, { contactId: id }, feedOf(changed));
    if (!before && isToWorkHere(changed)) tellHr(ctx, changed, mails ?? known);
  });
  await letBeFound(ctx, changed);
  return changed;
}

/** Removes a contact, and answers its id; it can be restored. */
export async function removeContact(ctx: Context, id: string): Promise<string> {
  const contact = await readContact(ctx, id);
  await change(ctx, contact, { removedAt: new Date() });
  await forgetFound(ctx, contact);
  await forgetDuplicates(ctx, contact);
  await publish(ctx, contactRemoved, contact, EntryKind.CONTACT_REMOVED);
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restoreContact(ctx: Context, id: string): Promise<Contact> {
  const contact = await readRemoved(ctx, id);
  if (contact.mergedIntoId) await readContact(ctx, id);
  if (!contact.removedAt) return unchanged(ctx, contact);
  await letBeFound(ctx, contact);
  await change(ctx, contact, { removedAt: null });
  await publish(ctx, contactCreated, contact, EntryKind.CONTACT_RESTORED);
  return contact;
}

export function addressesOf({ vault }: Context, { sealedAddresses }: Contact): Address[] {
  return sealedAddresses ? (JSON.parse(vault.open(sealedAddresses)) as Address[]) : [];
}

/** Tells what became of the contact, also on its timeline. */
async function publish(ctx: Context, type: typeof contactCreated, contact: Contact, kind: EntryKind): Promise<void> {
  const { id, side, name } = contact;
  const eventId = ctx.publish(type, { contactId: id }, feedOf(contact));
  await tell(ctx, { subject: { kind: SubjectKind.CONTACT, id }, side, kind, facts: { name } }, eventId);
}

export function sealAddresses({ vault }: Pick<Context, 'vault'>, addresses: readonly Address[]): string | null {
  return addresses.length > 0 ? vault.seal(JSON.stringify(addresses)) : null;
}

function saidNow(ctx: Context, { reason }: { reason?: string | null }): DoNotContact {
  return Object.assign(new DoNotContact(), { reason: reason ?? undefined, since: ctx.now() });
}

function isSaid({ doNotContact }: Contact, { reason }: { reason?: string | null }): boolean {
  return doNotContact != null && (doNotContact.reason ?? null) === (reason ?? null);
}

/** Their rows have no name in the log: they are recorded with the contact, behind masks. */
function recordBeside(ctx: Context, contact: Contact, before: Masks): void {
  const about = { noun: 'Contact', nounId: contact.id, name: contact.name, tenantId: feedOf(contact) };
  record(ctx, {
    ...about,
    action: 'updateContact',
    kind: 'UPDATED',
    before: { ...before },
    after: { ...masksOf(ctx, contact) },
  });
}

/** Only a tenant takes people on, and HR writes to them. */
function checkKind(side: Side, kind: ContactKind, mails: readonly unknown[]): void {
  if (kind !== ContactKind.USER) return;
  if (side === Side.PLATFORM)
    throw new Invalid('Who is to work for a tenant stands in its own book.', ['input', 'kind'], {
      reason: 'WRONG_BOOK',
    });
  if (mails.length === 0)
    throw new Invalid('Somebody who is to work here has an e-mail address.', ['input', 'mails'], { reason: 'MISSING' });
}

function isToWorkHere({ kind, department }: Contact): boolean {
  return kind === ContactKind.USER && Boolean(department);
}

function tellHr(ctx: Context, { id, department }: Contact, [mail]: readonly { value: string }[]): void {
  if (mail) ctx.publish(userCreated, { entityId: id, email: mail.value, department });
}
