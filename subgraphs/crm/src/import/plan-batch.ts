import type { Context } from '@mycelium/kit/context';
import { saysTheSame, united } from './contact-facts.ts';
import { earlierRows } from './earlier-rows.ts';
import type { Import } from './import.ts';
import { keepPlan, type PlannedRow } from './keep-plan.ts';
import type { KeyedRow } from './keyed-row.ts';
import { knownContacts } from './known-contacts.ts';
import { type KnownNotes, knownNotes } from './known-notes.ts';
import { type PlannedContact, sealedUntilSeen } from './planned-contact.ts';
import { type Target, whoIsThere } from './who-is-there.ts';

/** Plans some rows of a file, each after those before it, and keeps that with the transaction: in as many statements however many rows. */
export async function planBatch(ctx: Context, of: Import, rows: readonly KeyedRow[]): Promise<void> {
  const keys = rows.flatMap((row) => row.keys);
  const isOwn = of.meanings?.origin === 'MYCELIUM';
  const ids = isOwn ? rows.flatMap(({ ownId }) => ownId ?? []) : [];
  const book = await knownContacts(ctx, of, keys, ids);
  const contactIds = [...book.contacts.keys()];
  const there = whoIsThere(ctx, book, await earlierRows(ctx, of, keys, contactIds));
  const hasNote = await knownNotes(ctx, of.tenantId, contactIds);

  const planned = rows.map((row): PlannedRow => {
    const { line, sealedPlan, ownId, keys: own } = row;
    if (!sealedPlan) return row;
    const someoneNew: Target = { plan: sealedUntilSeen(ctx.vault, sealedPlan), sealedPlan, isChanged: true };
    const byId = isOwn ? there.byId(ownId) : undefined;
    const isReplaced = of.given.overwrite ?? byId !== undefined;
    const known = byId ?? there.sameAs(someoneNew, own);
    const target = known ?? someoneNew;
    const isKnown = known && take(someoneNew.plan(), known, { isReplaced, hasNote });
    const isFirst = target.line === undefined;
    target.line ??= line;
    there.add(target, own);
    return { ...row, target, isFirst, isKnown };
  });
  await keepPlan(ctx, of, planned, there.changedEarlier());
}

/** Adds to somebody what a row says of them; answers whether all of it was known, as it is said. */
function take(
  { after: facts, notes }: PlannedContact,
  target: Target,
  { isReplaced, hasNote }: { isReplaced: boolean; hasNote: KnownNotes },
): boolean {
  const plan = target.plan();
  const after = united(plan.after, facts, isReplaced);
  const isSaid = saysTheSame(after, plan.after);
  const news = notes.filter((note) => !plan.notes.includes(note) && !hasNote(target.contactId, note));
  target.isChanged ||= !isSaid || news.length > 0;
  plan.notes.push(...news);
  plan.after = after;
  target.sealedPlan = undefined;
  return saysTheSame(united(after, facts, true), after);
}
