import type { DemoAccount } from '@mycelium/database/seed-crm';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { Account } from '../account/account.ts';
import { AccountStage } from '../account/account-stage.ts';
import { assess } from '../account/assess.ts';
import { keepAccounts } from '../account/assess-accounts.ts';
import { Actor } from '../actor/actor.ts';
import { Note } from '../note/note.ts';
import { letBeFound } from '../note/write-note.ts';
import { Side } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** Whose account it is. */
interface Customer {
  name: string;
  slug: string;
  timeZone: string;
}

/** What somebody of the platform's staff keeps about a demo tenant, unless there is, or was, a note of theirs. */
export async function seedAccount(
  ctx: Context,
  { stage, since, notes }: DemoAccount,
  { timeZone, ...names }: Customer,
  staffId: string,
): Promise<void> {
  const tenantId = ownTenant(ctx);
  const making: Making = { ctx, people: new Map(), timeZone, contactIds: new Map() };
  if ((await ctx.em.count(Note, { tenantId, side: Side.PLATFORM })) > 0) return;
  await keepAccounts(ctx, [{ id: tenantId, ...names, createdAt: momentOf(making, since) }]);
  const account = await ctx.em.findOneOrFail(Account, { tenantId });
  Object.assign(account, { stage: AccountStage[stage], ownerId: staffId });
  const author = Object.assign(new Actor(), { kind: 'user', id: staffId });
  const subject = subjectOf(making, undefined);
  for (const { at, ...said } of notes) {
    const moment = momentOf(making, at);
    const note = create(ctx, Note, { ...madeAt(moment), ...said, author, subject, side: Side.PLATFORM });
    await ctx.em.flush();
    await letBeFound(ctx, note);
    const entry = { at: moment, subject, side: Side.PLATFORM, actor: author, relatedId: note.id };
    writeEntry(making, { ...entry, kind: EntryKind.NOTE_WRITTEN });
  }
  await ctx.em.flush();
  await assess(ctx, [tenantId]);
}
