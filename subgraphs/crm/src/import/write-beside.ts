import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import { v7 as uuidv7 } from 'uuid';
import { mailColumns, phoneColumns } from '../contact/ways.ts';
import { firstLine } from '../note/markdown.ts';
import { keepAllFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';

/** The addresses and numbers of a contact, and what other systems call it, those behind the ones that it has already being new. */
interface MoreWays extends Pick<ContactFacts, 'mails' | 'phones' | 'references'> {
  contactId: string;
  before: { mails: number; phones: number; references: number };
}

/** Adds addresses, numbers and ids of other systems to contacts; answers the ids of their rows, by contact. */
export async function addWays(
  ctx: Context,
  { tenantId, side }: Import,
  contacts: readonly MoreWays[],
): Promise<ReadonlyMap<string, string[]>> {
  const rowsOf = <Way, Columns extends object>(
    ways: readonly Way[],
    { contactId, from }: { contactId: string; from: number },
    columns: (way: Way) => Columns,
  ) => ways.slice(from).map((way, at) => ({ id: uuidv7(), contactId, position: from + at, ...columns(way) }));
  const mails = contacts.flatMap(({ mails, contactId, before }) =>
    rowsOf(mails, { contactId, from: before.mails }, (mail) => mailColumns(ctx, tenantId, mail)),
  );
  const phones = contacts.flatMap(({ phones, contactId, before }) =>
    rowsOf(phones, { contactId, from: before.phones }, (phone) => phoneColumns(ctx, tenantId, phone)),
  );
  await ctx.em.execute(
    `insert into crm.contact_mail (id, version, tenant_id, side, contact_id, position, label, sealed_value, mail_index, domain_index,
       mailbox_index, is_office)
     select id, 1, ?, ?, "contactId", position, label, "sealedValue", "mailIndex", "domainIndex", "mailboxIndex", "isOffice"
     from jsonb_to_recordset(?::jsonb) as m (id uuid, "contactId" uuid, position int, label text, "sealedValue" text, "mailIndex" text,
       "domainIndex" text, "mailboxIndex" text, "isOffice" boolean)`,
    [tenantId, side, legibleJson(mails)],
  );
  await ctx.em.execute(
    `insert into crm.contact_phone (id, version, tenant_id, side, contact_id, position, label, sealed_value, phone_index, last_four_index,
       line_index, extension, is_international)
     select id, 1, ?, ?, "contactId", position, label, "sealedValue", "phoneIndex", "lastFourIndex", "lineIndex", extension,
       "isInternational"
     from jsonb_to_recordset(?::jsonb) as p (id uuid, "contactId" uuid, position int, label text, "sealedValue" text, "phoneIndex" text,
       "lastFourIndex" text, "lineIndex" text, extension text, "isInternational" boolean)`,
    [tenantId, side, legibleJson(phones)],
  );
  const references = contacts.flatMap(({ references, contactId, before }) =>
    rowsOf(references ?? [], { contactId, from: before.references }, ({ system, id }) => ({ system, externalId: id })),
  );
  if (references.length > 0)
    await ctx.em.execute(
      `insert into crm.contact_reference (id, version, tenant_id, side, contact_id, system, external_id)
       select id, 1, ?, ?, "contactId", system, "externalId"
       from jsonb_to_recordset(?::jsonb) as r (id uuid, "contactId" uuid, system text, "externalId" text)`,
      [tenantId, side, legibleJson(references)],
    );
  return idsByContact([...mails, ...phones, ...references]);
}

/** Writes down what rows note about their contacts, in the name of whoever imports them; answers the ids of the notes, by contact. */
export async function addNotes(
  ctx: Context,
  { tenantId, side, actor }: Import,
  rows: readonly Pick<WritableRow & { contactId: string }, 'contactId' | 'plan'>[],
): Promise<ReadonlyMap<string, string[]>> {
  const notes = rows.flatMap(({ contactId, plan }) =>
    plan.notes.map((content) => ({ id: uuidv7(), contactId, content })),
  );
  if (notes.length === 0) return new Map();
  await ctx.em.execute(
    `insert into crm.note (id, version, tenant_id, side, subject_kind, subject_id, author_kind, author_id, content, tags, pinned)
     select id, 1, ?, ?, 'CONTACT', "contactId", ?, ?, content, '{}', false
     from jsonb_to_recordset(?::jsonb) as n (id uuid, "contactId" uuid, content text)`,
    [tenantId, side, actor.kind, actor.id, legibleJson(notes)],
  );
  const found = notes.map(({ id, content }) => ({
    id,
    kind: FoundKind.NOTE,
    title: firstLine(content, 120),
    body: [content],
  }));
  await keepAllFound(ctx, { tenantId, side }, found);
  return idsByContact(notes);
}

function idsByContact(rows: readonly { id: string; contactId: string }[]): ReadonlyMap<string, string[]> {
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  return new Map([...byContact].map(([contactId, some]) => [contactId, some.map(({ id }) => id)]));
}
