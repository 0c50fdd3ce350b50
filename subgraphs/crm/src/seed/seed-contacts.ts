import type { DemoContact } from '@mycelium/database/seed-crm';
import { create } from '@mycelium/kit/crud';
import { Contact, ContactKind, DoNotContact } from '../contact/contact.ts';
import { letBeFound } from '../contact/let-be-found.ts';
import { readPhonesOf, setMails, setPhones } from '../contact/ways.ts';
import { EmployeeRow } from '../employee/employee.ts';
import { Side } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** The contacts of the demo, which can be found and of which it is known who may be there twice. */
export async function seedContacts(making: Making, demo: readonly DemoContact[]): Promise<void> {
  const { ctx } = making;
  const contacts: Contact[] = [];
  for (const each of demo) contacts.push(await seedContact(making, each));
  await ctx.em.flush();
  for (const contact of contacts) await letBeFound(ctx, contact);
}

async function seedContact(making: Making, demo: DemoContact): Promise<Contact> {
  const { ctx, people, contactIds } = making;
  const { key, kind, mails, phones, addresses, owner, doNotContact, since, employee, ...facts } = demo;
  const at = momentOf(making, since);
  const contact = create(ctx, Contact, {
    ...{ ...madeAt(at), ...facts, kind: ContactKind[kind], side: Side.TENANT },
    ownerId: owner && people.get(owner)?.id,
    onboardingId: employee?.id,
    doNotContact: doNotContact && Object.assign(new DoNotContact(), { reason: doNotContact, since: at }),
    sealedAddresses: addresses.length > 0 ? ctx.vault.seal(JSON.stringify(addresses)) : null,
  } as never);
  contactIds.set(key, contact.id);
  setMails(ctx, contact, mails);
  setPhones(ctx, contact, await readPhonesOf(ctx, contact.tenantId, phones));
  const subject = subjectOf(making, key);
  const actor = actorOf(making, owner);
  writeEntry(making, { at, subject, actor, kind: EntryKind.CONTACT_CREATED, facts: { name: contact.name } });
  if (employee) seedEmployee(making, demo, employee);
  return contact;
}

/** What HR has told of somebody who works here. */
function seedEmployee(
  { ctx, ...making }: Making,
  { name, since }: DemoContact,
  told: { id: string; position: string; plan: string },
) {
  const toldAt = momentOf({ ctx, ...making }, since);
  const { id: employeeId, position, plan } = told;
  create(ctx, EmployeeRow, { ...madeAt(toldAt), employeeId, name, position, plan, toldAt, benefitsAt: toldAt });
}
