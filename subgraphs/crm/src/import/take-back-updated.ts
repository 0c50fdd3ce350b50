import type { Context } from '@mycelium/kit/context';
import { findableContact } from '../contact/let-be-found.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { forgetAllFound, keepAllFound } from '../search/keep-found.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';
import { markTakenBack, removeNotes, type Stayed } from './take-back.ts';
import { tellImported } from './tell-written.ts';
import { lockUnchanged, writeFacts } from './write-updated.ts';

type Known = WritableRow & { contactId: string; plan: { before: ContactFacts } };

/** Puts back what rows have changed of contacts, those that nobody has changed since. Answers how many stayed. */
export async function takeBackUpdated(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<number> {
  const unchanged = new Set(await lockUnchanged(ctx, rows));
  const known = rows.filter((row): row is Known => row.contactId !== undefined && row.plan.before !== undefined);
  const back = known.filter(({ contactId }) => unchanged.has(contactId));
  const stayed = new Map(
    known.flatMap(({ contactId }): [string, Stayed][] =>
      unchanged.has(contactId) ? [] : [[contactId, 'CHANGED_SINCE']],
    ),
  );
  await writeFacts(
    ctx,
    back.map(({ contactId, plan: { before, after } }) => ({ contactId, plan: { before: after, after: before } })),
  );
  const added = JSON.stringify(back.flatMap(({ addedIds }) => addedIds));
  for (const table of ['contact_mail', 'contact_phone', 'contact_reference'])
    await ctx.em.execute(
      `delete from crm.${table} where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [added],
    );
  await forgetAllFound(ctx, await removeNotes(ctx, back));
  const found = back.map(({ contactId, plan: { before } }) => ({ id: contactId, ...findableContact(before) }));
  await keepAllFound(ctx, of, found);
  await letPartnersBeFound(ctx, ...back.map(({ contactId }) => contactId));
  await markTakenBack(ctx, rows, stayed);
  const entries = back.map(({ contactId, plan }) => ({
    contactId,
    facts: { name: plan.before.name, file: of.fileName },
  }));
  await tellImported(ctx, of, entries, EntryKind.IMPORT_UNDONE);
  return stayed.size;
}
