import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import { v7 as uuidv7 } from 'uuid';
import { sealBirthday } from '../contact/birthday.ts';
import { sealAddresses } from '../contact/write-contact.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { factsOfContact } from './contact-facts.ts';
import type { Import } from './import.ts';
import { knownContacts } from './known-contacts.ts';
import { markWritten, refuseChanged, type WritableRow } from './planned-rows.ts';
import { areSame, keysOf } from './same-contact.ts';
import { takenReferences } from './taken-references.ts';
import { tellWritten } from './tell-written.ts';
import { addNotes, addWays } from './write-beside.ts';

/** Creates the contacts of some rows, unless somebody has created them since; in as many statements however many. Answers how many it wrote. */
export async function writeCreated(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<number> {
  const there = await whoCame(ctx, of, rows);
  await refuseChanged(
    ctx,
    of,
    rows.filter((row) => there.has(row)),
  );
  const made = rows.flatMap((row) => (there.has(row) ? [] : [{ ...row, contactId: uuidv7(), contactVersion: 1 }]));
  await insertContacts(ctx, of, made);
  const ways = made.map(({ contactId, plan: { after } }) => ({
    ...after,
    contactId,
    before: { mails: 0, phones: 0, references: 0 },
  }));
  await addWays(ctx, of, ways);
  const notes = await addNotes(ctx, of, made);
  await markWritten(
    ctx,
    made.map((row) => ({ ...row, addedIds: notes.get(row.contactId) ?? [] })),
  );
  await tellWritten(ctx, of, made, EntryKind.CONTACT_IMPORTED);
  return made.length;
}

/** The rows whose contact somebody else has created since they were planned. */
async function whoCame(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<ReadonlySet<WritableRow>> {
  const keyed = rows.map((row) => ({ row, keys: keysOf(ctx.vault, of.tenantId, row.plan.after) }));
  const { contacts, byIndex } = await knownContacts(
    ctx,
    of,
    keyed.flatMap(({ keys }) => keys),
  );
  const ours = await ofThisImport(ctx, of, [...contacts.keys()]);
  const facts = new Map([...contacts].map(([id, contact]) => [id, factsOfContact(ctx, contact)]));
  const taken = await takenReferences(ctx, of, rows);
  const came = keyed.filter(
    ({ row, keys }) =>
      taken.has(row) ||
      keys.some((key) =>
        key.indexes
          .flatMap((index) => byIndex.get(index) ?? [])
          .some((id) => {
            const known = ours.has(id) ? undefined : facts.get(id);
            return known && areSame(row.plan.after, known, key);
          }),
      ),
  );
  return new Set(came.map(({ row }) => row));
}

/** Whom this import has written is no news to it. */
async function ofThisImport(
  { em }: Context,
  { id }: Import,
  contactIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await em.execute<{ noun_id: string }[]>(
    `select noun_id from crm.import_row where import_id = ? and state = 'WRITTEN'
       and noun_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
    [id, JSON.stringify(contactIds)],
  );
  return new Set(rows.map((row) => row.noun_id));
}

async function insertContacts(
  ctx: Context,
  { tenantId, side }: Import,
  rows: readonly Pick<WritableRow & { contactId: string }, 'contactId' | 'plan'>[],
): Promise<void> {
  const contacts = rows.map(({ contactId, plan: { after } }) => {
    const { kind, name, company, role, department, ownerId, tags, addresses, birthday, doNotContact } = after;
    return {
      ...{ id: contactId, kind, name, company, role, department, ownerId, tags },
      birthday: sealBirthday(ctx, birthday),
      ...{
        addresses: sealAddresses(ctx, addresses),
        isBarred: doNotContact !== undefined,
        reason: doNotContact?.reason,
      },
    };
  });
  await ctx.em.execute(
    `insert into crm.contact (id, version, tenant_id, side, kind, name, company, role, department, owner_id, tags, sealed_addresses, sealed_birthday,
       do_not_contact_reason, do_not_contact_since)
     select id, 1, ?, ?, kind, name, company, role, department, "ownerId", tags, addresses, birthday, reason,
       case when "isBarred" then ?::timestamptz end
     from jsonb_to_recordset(?::jsonb) as c (id uuid, kind text, name text, company text, role text, department text, "ownerId" uuid,
       tags text[], addresses text, birthday text, "isBarred" boolean, reason text)`,
    [tenantId, side, ctx.now(), legibleJson(contacts)],
  );
}
