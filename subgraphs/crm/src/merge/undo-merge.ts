import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, oneOf } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { contactCreated, contactUpdated } from '@mycelium/schema/subgraphs/crm/contacts';
import { Contact } from '../contact/contact.ts';
import { letBeFound } from '../contact/let-be-found.ts';
import { feedOf } from '../side/side.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { Merge } from './merge.ts';
import { about, lock } from './merge-contacts.ts';
import { moveBack, putFirst } from './move-rows.ts';
import { columnsOf, type State, stateOf } from './state.ts';
import { tellMoved, thingsOf } from './tell-moved.ts';

const UNDO_MS = 30 * 86_400_000;

/**
 * Makes merged contacts several again, each with what was its own; what came since, and what of the primary was changed since,
 * stays there and is listed in the merge. Throws Conflict with a reason when it was undone already, when it was more than 30
 * days ago, and when a newer merge of the same contact must be undone first.
 */
export async function undoMerge(ctx: Context, id: string): Promise<Contact> {
  const merge = await lockMerge(ctx, id);
  await checkUndo(ctx, merge);
  const [primary] = await lock(ctx, [merge.primaryId]);
  if (!primary) throw new NotFound('Contact', merge.primaryId);
  const { before, after } = JSON.parse(ctx.vault.open(merge.sealedStates)) as { before: State; after: State };
  const now = stateOf(ctx, primary);
  const names = Object.keys(before) as (keyof State)[];
  const untouched = names.filter((name) => isDeepStrictEqual(now[name], after[name]));
  const kept = names.filter((name) => !untouched.includes(name) && !isDeepStrictEqual(now[name], before[name]));

  const came = await moveBack(ctx, merge);
  await putFirst(ctx, primary.id, 'contact_mail', []);
  await putFirst(ctx, primary.id, 'contact_phone', []);
  const back = Object.fromEntries(untouched.map((name) => [name, before[name]])) as Partial<State>;
  await change(ctx, primary, { ...columnsOf(ctx, back), updatedAt: new Date() });
  await change(ctx, merge, {
    undoneAt: ctx.now(),
    left: [...came, ...kept.map((what) => ({ what, count: 1 }))],
  });
  const others = await ctx.em.find(Contact, { id: { $in: merge.otherIds } }, { refresh: true });
  for (const other of others) await comeBack(ctx, other);
  await ctx.em.refresh(primary, { populate: ['mails', 'phones', 'references'] });
  await letBeFound(ctx, primary);
  const eventId = ctx.publish(contactUpdated, { contactId: primary.id }, feedOf(primary));
  tellMoved(ctx, primary, await thingsOf(ctx, primary, merge.otherIds));
  const facts = { name: primary.name, others: others.map(({ name }) => name).join(', ') };
  await tell(ctx, { ...about(primary), kind: EntryKind.MERGE_UNDONE, facts, relatedId: merge.id }, eventId);
  return primary;
}

async function lockMerge({ em }: Context, id: string): Promise<Merge> {
  const merge = await em.findOne(Merge, { id: oneOf([id]) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!merge) throw new NotFound('Merge', id);
  return merge;
}

async function checkUndo({ em, ...ctx }: Context, { id, primaryId, mergedAt, undoneAt }: Merge): Promise<void> {
  if (undoneAt) throw new Conflict('This merge was undone already.', { reason: 'UNDONE_ALREADY' });
  if (ctx.now().getTime() - mergedAt.getTime() > UNDO_MS)
    throw new Conflict('A merge can be undone for 30 days.', { reason: 'TOO_LATE' });
  const newer = await em.findOne(Merge, {
    ...{ id: { $gt: id }, undoneAt: null },
    $or: [{ primaryId }, { otherIds: { $contains: [primaryId] } }],
  });
  if (newer)
    throw new Conflict('Undo the newer merge of this contact first.', { reason: 'MERGED_SINCE', mergeId: newer.id });
}

async function comeBack(ctx: Context, other: Contact): Promise<void> {
  await change(ctx, other, { mergedIntoId: null as never, removedAt: null });
  await ctx.em.refresh(other, { populate: ['mails', 'phones', 'references'] });
  await letBeFound(ctx, other);
  const eventId = ctx.publish(contactCreated, { contactId: other.id }, feedOf(other));
  await tell(ctx, { ...about(other), kind: EntryKind.MERGE_UNDONE, facts: { name: other.name } }, eventId);
}
