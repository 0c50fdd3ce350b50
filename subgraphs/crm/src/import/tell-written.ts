import type { Context } from '@mycelium/kit/context';
import { contactsImported, userCreated } from '@mycelium/schema/subgraphs/crm/contacts';
import { findableContact } from '../contact/let-be-found.ts';
import { keepAllFound } from '../search/keep-found.ts';
import { feedOf } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { type TellingEvent, tellAll } from '../timeline/tell.ts';
import type { EntryKind } from '../timeline/timeline-entry.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';
import { tellImport } from './tell-import.ts';

type Written = WritableRow & { contactId: string };

/** Has contacts that were imported found by what they say now. */
export async function haveFound(ctx: Context, of: Import, rows: readonly Written[]): Promise<void> {
  const found = rows.map(({ contactId, plan }) => ({ id: contactId, ...findableContact(plan.after) }));
  await keepAllFound(ctx, of, found);
}

/** Says on the timelines of contacts and in the feed that they were imported: one event for all of them. HR hears of those who are to work here. */
export async function tellWritten(ctx: Context, of: Import, rows: readonly Written[], kind: EntryKind): Promise<void> {
  const entries = rows.map(({ contactId, plan: { after } }) => ({
    contactId,
    facts: { name: after.name, file: of.fileName },
  }));
  await tellImported(ctx, of, entries, kind);
  for (const { contactId, plan } of rows) tellHr(ctx, contactId, plan);
}

/** Says on the timelines of contacts, and in the feed, what an import has done with them. */
export async function tellImported(
  ctx: Context,
  of: Import,
  contacts: readonly { contactId: string; facts: Record<string, string> }[],
  kind: EntryKind,
): Promise<void> {
  const { id, side, tenantId } = of;
  const last = contacts.at(-1);
  if (!last) return;
  const event = { contactId: last.contactId, importId: id, count: contacts.length };
  const eventId = ctx.publish(contactsImported, event, feedOf({ side, tenantId }));
  const told = contacts.map(({ contactId, facts }) => ({
    ...{ subject: { kind: SubjectKind.CONTACT, id: contactId }, side, kind, facts, relatedId: id },
  }));
  await tellAll(ctx, told, saidBy(ctx, of, eventId));
}

/** Says on the timeline of the tenant that an import was applied or undone. */
export async function tellTenant(ctx: Context, of: Import, kind: EntryKind): Promise<void> {
  const { id, side, tenantId, fileName, counts, writtenCount, stayedCount } = of;
  const { CREATE: created = 0, UPDATE: updated = 0 } = counts;
  const facts = { file: fileName, created, updated, written: writtenCount, stayed: stayedCount };
  const subject = { kind: SubjectKind.TENANT, id: tenantId };
  await tellAll(ctx, [{ subject, side, kind, facts, relatedId: id }], saidBy(ctx, of, tellImport(ctx, of)));
}

/** An event of ours, in the name of whoever imports. */
function saidBy({ call }: Context, { actor }: Import, id: string): TellingEvent {
  const { correlationId } = call;
  return { id, at: new Date().toISOString(), source: 'crm', correlationId, actor: { kind: actor.kind, id: actor.id } };
}

function tellHr(ctx: Context, entityId: string, { before, after }: Written['plan']): void {
  const [mail] = after.mails;
  if (mail && isToWorkHere(after) && !isToWorkHere(before))
    ctx.publish(userCreated, { entityId, email: mail.value, department: after.department });
}

function isToWorkHere(facts: ContactFacts | undefined): boolean {
  return facts?.kind === 'USER' && Boolean(facts.department);
}
