import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
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

/** The rows of addresses, numbers and ids of other systems that contacts do not have yet. */
export interface NewWays {
  mails: (NewWay & ReturnType<typeof mailColumns>)[];
  phones: (NewWay & ReturnType<typeof phoneColumns>)[];
  references: (NewWay & { system: string; externalId: string })[];
}

interface NewWay {
  id: string;
  contactId: string;
  position: number;
}

/** The rows of the addresses, numbers and ids that are new. */
export function newWays(
  ctx: Pick<Context, 'vault'>,
  { tenantId }: Pick<Import, 'tenantId'>,
  { contactId, mails, phones, references = [], before }: MoreWays,
): NewWays {
  const rowsOf = <Way, Columns>(ways: readonly Way[], from: number, columns: (way: Way) => Columns) =>
    ways.slice(from).map((way, at) => ({ id: randomUUIDv7(), contactId, position: from + at, ...columns(way) }));
  return {
    mails: rowsOf(mails, before.mails, (mail) => mailColumns(ctx, tenantId, mail)),
    phones: rowsOf(phones, before.phones, (phone) => phoneColumns(ctx, tenantId, phone)),
    references: rowsOf(references, before.references, ({ system, id }) => ({ system, externalId: id })),
  };
}

export async function addMails(ctx: Context, { tenantId, side }: Import, ways: readonly NewWays[]): Promise<void> {
  const mails = ways.flatMap((each) => each.mails);
  if (mails.length === 0) return;
  await ctx.em.execute(
    `insert into crm.contact_mail (id, version, tenant_id, side, contact_id, position, label, sealed_value, mail_index, domain_index,
       mailbox_index, is_office)
     select id, 1, ?, ?, "contactId", position, label, "sealedValue", "mailIndex", "domainIndex", "mailboxIndex", "isOffice"
     from jsonb_to_recordset(?::jsonb) as m (id uuid, "contactId" uuid, position int, label text, "sealedValue" text, "mailIndex" text,
       "domainIndex" text, "mailboxIndex" text, "isOffice" boolean)`,
    [tenantId, side, legibleJson(mails)],
  );
}

export async function addPhones(ctx: Context, { tenantId, side }: Import, ways: readonly NewWays[]): Promise<void> {
  const phones = ways.flatMap((each) => each.phones);
  if (phones.length === 0) return;
  await ctx.em.execute(
    `insert into crm.contact_phone (id, version, tenant_id, side, contact_id, position, label, sealed_value, phone_index, last_four_index,
       line_index, extension, is_international)
     select id, 1, ?, ?, "contactId", position, label, "sealedValue", "phoneIndex", "lastFourIndex", "lineIndex", extension,
       "isInternational"
     from jsonb_to_recordset(?::jsonb) as p (id uuid, "contactId" uuid, position int, label text, "sealedValue" text, "phoneIndex" text,
       "lastFourIndex" text, "lineIndex" text, extension text, "isInternational" boolean)`,
    [tenantId, side, legibleJson(phones)],
  );
}

export async function addReferences(ctx: Context, { tenantId, side }: Import, ways: readonly NewWays[]): Promise<void> {
  const references = ways.flatMap((each) => each.references);
  if (references.length === 0) return;
  await ctx.em.execute(
    `insert into crm.contact_reference (id, version, tenant_id, side, contact_id, system, external_id)
     select id, 1, ?, ?, "contactId", system, "externalId"
     from jsonb_to_recordset(?::jsonb) as r (id uuid, "contactId" uuid, system text, "externalId" text)`,
    [tenantId, side, legibleJson(references)],
  );
}

/** A note that is new. */
export interface NewNote {
  id: string;
  contactId: string;
  content: string;
}

export function newNotes({
  contactId,
  plan,
}: Pick<WritableRow & { contactId: string }, 'contactId' | 'plan'>): NewNote[] {
  return plan.notes.map((content) => ({ id: randomUUIDv7(), contactId, content }));
}

/** Writes down what rows note about their contacts, in the name of whoever imports them. */
export async function addNotes(
  ctx: Context,
  { tenantId, side, actor }: Import,
  notes: readonly NewNote[],
): Promise<void> {
  if (notes.length === 0) return;
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
}
