import type { Context } from '@mycelium/kit/context';
import type { Contact } from '../contact/contact.ts';
import { findableContact } from '../contact/let-be-found.ts';
import { keyOfReference } from '../contact/reference-key.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { forgetAllFound, keepAllFound } from '../search/keep-found.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { type ContactFacts, saysTheSame } from './contact-facts.ts';
import { factsNow } from './facts-now.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';
import { markTakenBack, notesKept, removeNotes, type Stayed } from './take-back.ts';
import { tellImported } from './tell-written.ts';
import { type FactField, withoutImport } from './without-import.ts';
import { writeFacts } from './write-updated.ts';

type Known = WritableRow & { contactId: string; plan: { before: ContactFacts } };

/** A row with what its contact says now, and what it goes back to. */
interface Back {
  row: Known;
  contact: Contact;
  now: ContactFacts;
  facts: ContactFacts;
  kept: FactField[];
}

/**
 * Puts back what rows have changed of contacts, field by field: what somebody has changed since stays. A contact that is gone,
 * or part of another one, stays as it is. Answers of how many something stayed.
 */
export async function takeBackUpdated(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<number> {
  const known = rows.filter((row): row is Known => row.contactId !== undefined && row.plan.before !== undefined);
  const all = await goingBack(ctx, known);
  const changed = all.filter(({ now, facts }) => !saysTheSame(facts, now));
  await writeFacts(
    ctx,
    changed.map(({ row, now, facts }) => ({ contactId: row.contactId, plan: { before: now, after: facts } })),
  );
  await removeBeside(ctx, changed);
  const there = all.map(({ row }) => row);
  await forgetAllFound(ctx, await removeNotes(ctx, there));
  const found = changed.map(({ row, facts }) => ({ id: row.contactId, ...findableContact(facts) }));
  await keepAllFound(ctx, of, found);
  await letPartnersBeFound(ctx, ...changed.map(({ row }) => row.contactId));

  const stayed = whatStayed(known, all, await notesKept(ctx, there));
  await markTakenBack(ctx, rows, stayed);
  const entries = changed.map(({ row, facts }) => ({
    contactId: row.contactId,
    facts: { name: facts.name, file: of.fileName },
  }));
  await tellImported(ctx, of, entries, EntryKind.IMPORT_UNDONE);
  return stayed.size;
}

/** The rows whose contacts are there, which nobody changes until the end of the transaction. */
async function goingBack(ctx: Context, known: readonly Known[]): Promise<Back[]> {
  const ids = known.map(({ contactId }) => contactId);
  await ctx.em.execute(
    `select id from crm.contact where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) order by id for update`,
    [JSON.stringify(ids)],
  );
  const found = await factsNow(ctx, ids);
  return known.flatMap((row) => {
    const there = found.get(row.contactId);
    return there ? [{ row, contact: there.contact, now: there.facts, ...withoutImport(row.plan, there.facts) }] : [];
  });
}

/** Removes the rows of addresses, numbers and ids that contacts have no longer. */
async function removeBeside({ em }: Context, back: readonly Back[]): Promise<void> {
  const gone = {
    contact_mail: back.flatMap(({ contact, facts }) => contact.mails.getItems().slice(facts.mails.length)),
    contact_phone: back.flatMap(({ contact, facts }) => contact.phones.getItems().slice(facts.phones.length)),
    contact_reference: back.flatMap(({ contact, facts }) => {
      const left = new Set(facts.references?.map(keyOfReference));
      const isLeft = ({ system, externalId }: { system: string; externalId: string }) =>
        left.has(keyOfReference({ system, id: externalId }));
      return contact.references.getItems().filter((each) => !isLeft(each));
    }),
  };
  for (const [table, rows] of Object.entries(gone))
    await em.execute(
      `delete from crm.${table} where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(rows.map(({ id }) => id))],
    );
}

function whatStayed(
  known: readonly Known[],
  back: readonly Back[],
  noted: ReadonlySet<string>,
): ReadonlyMap<string, Stayed> {
  const there = new Map(back.map((each) => [each.row.contactId, each]));
  return new Map(
    known.flatMap(({ contactId }): [string, Stayed][] => {
      const each = there.get(contactId);
      const kept = [...(each?.kept ?? []), ...(noted.has(contactId) ? (['note'] as const) : [])];
      return each && kept.length === 0 ? [] : [[contactId, { reason: 'CHANGED_SINCE', kept }]];
    }),
  );
}
