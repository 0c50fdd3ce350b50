import type { Context } from '@mycelium/kit/context';
import { whileItWorks } from '@mycelium/kit/imports/in-batches';
import { legibleJson } from '@mycelium/kit/legible';
import { forgetAllFound } from '../search/keep-found.ts';
import { asTheyStand, keepAllTags } from '../tag/keep-tags.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { factsOfContact } from './facts-of-contact.ts';
import type { Import } from './import.ts';
import { knownContacts } from './known-contacts.ts';
import type { NewContact } from './new-contact.ts';
import { markWritten, refuseChanged } from './planned-rows.ts';
import { areSame } from './same-contact.ts';
import { takenReferences } from './taken-references.ts';
import { tellWritten } from './tell-written.ts';
import { addMails, addNotes, addPhones, addReferences } from './write-beside.ts';

/** Creates the contacts of some rows, which are found already, unless somebody has created them since; in as many statements however many. Answers how many it wrote. */
export async function writeCreated(ctx: Context, of: Import, rows: readonly NewContact[]): Promise<number> {
  const tags = await keepAllTags(
    ctx,
    of,
    rows.flatMap(({ columns }) => columns.tags),
  );
  const there = await whoCame(ctx, of, rows);
  await refuseChanged(ctx, of, [...there]);
  await forgetAllFound(
    ctx,
    [...there].map(({ contactId }) => contactId),
  );
  const made = rows.filter((row) => !there.has(row));
  const ways = made.map((row) => row.ways);
  const notes = made.flatMap((row) => row.notes);
  await whileItWorks([
    () => insertContacts(ctx, of, made, tags),
    () => addMails(ctx, of, ways),
    () => addPhones(ctx, of, ways),
    () => addReferences(ctx, of, ways),
    () => addNotes(ctx, of, notes),
    () => markWritten(ctx, made),
    () => tellWritten(ctx, of, made, EntryKind.CONTACT_IMPORTED),
  ]);
  return made.length;
}

/** The rows whose contact somebody else has created since they were planned. */
async function whoCame(ctx: Context, of: Import, rows: readonly NewContact[]): Promise<ReadonlySet<NewContact>> {
  const { contacts, byIndex } = await knownContacts(
    ctx,
    of,
    rows.flatMap(({ keys }) => keys),
  );
  const ours = await ofThisImport(ctx, of, [...contacts.keys()]);
  const facts = new Map([...contacts].map(([id, contact]) => [id, factsOfContact(ctx, contact)]));
  const taken = await takenReferences(ctx, of, rows);
  const isThere = ({ keys, plan }: NewContact): boolean =>
    keys.some((key) =>
      key.indexes
        .flatMap((index) => byIndex.get(index) ?? [])
        .some((id) => {
          const known = ours.has(id) ? undefined : facts.get(id);
          return known && areSame(plan.after, known, key);
        }),
    );
  return new Set(rows.filter((row) => taken.has(row) || isThere(row)));
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
  rows: readonly Pick<NewContact, 'columns'>[],
  tags: ReadonlyMap<string, string>,
): Promise<void> {
  const contacts = rows.map(({ columns }) => ({ ...columns, tags: asTheyStand(columns.tags, tags) }));
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
