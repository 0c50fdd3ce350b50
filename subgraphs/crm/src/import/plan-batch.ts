import type { Context } from '@mycelium/kit/context';
import type { ContactDraft } from './contact-draft.ts';
import { factsOfDraft, saysTheSame, united } from './contact-facts.ts';
import { earlierRows } from './earlier-rows.ts';
import type { Import } from './import.ts';
import { keepPlan, type PlannedRow } from './keep-plan.ts';
import type { KeyedRow } from './keyed-row.ts';
import { knownContacts } from './known-contacts.ts';
import { type KnownNotes, knownNotes } from './known-notes.ts';
import { type Target, whoIsThere } from './who-is-there.ts';

/** Plans some rows of a file, each after those before it, and keeps that with the transaction: in as many statements however many rows. */
export async function planBatch(ctx: Context, of: Import, rows: readonly KeyedRow[]): Promise<void> {
  const keys = rows.flatMap((row) => row.keys);
  const isOwn = of.meanings?.origin === 'MYCELIUM';
  const ids = isOwn ? rows.flatMap(({ contact }) => contact?.ownId ?? []) : [];
  const book = await knownContacts(ctx, of, keys, ids);
  const contactIds = [...book.contacts.keys()];
  const there = whoIsThere(ctx, book, await earlierRows(ctx, of, keys, contactIds));
  const hasNote = await knownNotes(ctx, of.tenantId, contactIds);

  const planned = rows.map((row): PlannedRow => {
    const { line, contact, keys: own } = row;
    if (!contact) return row;
    const byId = isOwn ? there.byId(contact.ownId) : undefined;
    const isReplaced = of.given.overwrite ?? byId !== undefined;
    const known = byId ?? there.sameAs(factsOfDraft(contact), own);
    const target = known ?? someoneNew(contact);
    const isKnown = known && take(contact, known, { isReplaced, hasNote });
    const isFirst = target.line === undefined;
    target.line ??= line;
    there.add(target, own);
    return { ...row, target, isFirst, isKnown };
  });
  await keepPlan(ctx, of, planned, there.changedEarlier());
}

function someoneNew(draft: ContactDraft): Target {
  return { after: factsOfDraft(draft), notes: draft.notes ? [draft.notes] : [], isChanged: true };
}

/** Adds to somebody what a row says of them; answers whether all of it was known, as it is said. */
function take(
  draft: ContactDraft,
  target: Target,
  { isReplaced, hasNote }: { isReplaced: boolean; hasNote: KnownNotes },
): boolean {
  const facts = factsOfDraft(draft);
  const after = united(target.after, facts, isReplaced);
  const isSaid = saysTheSame(after, target.after);
  const note = draft.notes && !target.notes.includes(draft.notes) && !hasNote(target.contactId, draft.notes);
  if (note && draft.notes) target.notes.push(draft.notes);
  target.isChanged ||= !isSaid || Boolean(note);
  target.after = after;
  return saysTheSame(united(after, facts, true), after);
}
