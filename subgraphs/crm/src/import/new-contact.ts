import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { sealBirthday } from '../contact/birthday.ts';
import { sealAddresses } from '../contact/write-contact.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Import } from './import.ts';
import type { WritableRow, WrittenRow } from './planned-rows.ts';
import { type ContactKey, keysOf } from './same-contact.ts';
import { type NewNote, type NewWays, newNotes, newWays } from './write-beside.ts';

/** A row whose contact is to be created, with all that is written for it: what takes time is sealed and digested already. */
export interface NewContact extends WritableRow, WrittenRow {
  contactId: string;
  contactVersion: number;
  addedIds: string[];
  keys: readonly ContactKey[];
  columns: ReturnType<typeof columnsOf>;
  ways: NewWays;
  notes: NewNote[];
}

/** Prepares the contact of a row. */
export function newContact(ctx: Pick<Context, 'vault'>, of: Pick<Import, 'tenantId'>, row: WritableRow): NewContact {
  const { after } = row.plan;
  const contact = { ...row, contactId: randomUUIDv7(), contactVersion: 1 };
  const notes = newNotes(contact);
  return {
    ...contact,
    addedIds: notes.map(({ id }) => id),
    keys: keysOf(ctx.vault, of.tenantId, after),
    columns: columnsOf(ctx, contact.contactId, after),
    ways: newWays(ctx, of, { ...after, contactId: contact.contactId, before: { mails: 0, phones: 0, references: 0 } }),
    notes,
  };
}

function columnsOf(ctx: Pick<Context, 'vault'>, id: string, facts: ContactFacts) {
  const { kind, name, company, role, department, ownerId, tags, addresses, birthday, doNotContact } = facts;
  return {
    ...{ id, kind, name, company, role, department, ownerId, tags },
    addresses: sealAddresses(ctx, addresses),
    birthday: sealBirthday(ctx, birthday),
    ...{ isBarred: doNotContact !== undefined, reason: doNotContact?.reason },
  };
}
