import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, oneOf } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { contactRemoved, contactUpdated } from '@mycelium/schema/subgraphs/crm/contacts';
import { actorOf } from '../actor/actor.ts';
import { Contact } from '../contact/contact.ts';
import { letBeFound } from '../contact/let-be-found.ts';
import { forgetDuplicates } from '../duplicate/find-duplicates.ts';
import { forgetFound } from '../search/keep-found.ts';
import { feedOf } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { type ContactVersionInput, Merge, type MergeChoiceInput, MergeField, mergeSchema } from './merge.ts';
import { moveRows, putFirst } from './move-rows.ts';
import { columnsOf, mergedState, stateOf } from './state.ts';
import { tellMoved, thingsOf } from './tell-moved.ts';

interface MergeOrder {
  primaryId: string;
  otherIds: readonly string[];
  choices?: readonly MergeChoiceInput[] | null;
  versions?: readonly ContactVersionInput[] | null;
}

/**
 * Makes several contacts of one book one. What belongs to the others goes to the primary one, the stricter consent stays, and
 * their ids go on resolving. Throws NotFound, Conflict with the versions of now when one was changed since, and Invalid for
 * contacts of different books.
 */
export async function mergeContacts(ctx: Context, { primaryId, ...order }: MergeOrder): Promise<Merge> {
  const { otherIds, choices, versions } = parseInput(mergeSchema, order, []);
  const ids = othersIn(otherIds, primaryId);
  const [primary, ...others] = await lock(ctx, [primaryId, ...ids]);
  if (!primary) throw new NotFound('Contact', primaryId);
  checkVersions([primary, ...others], versions ?? []);
  checkBook(primary, others);

  const whose = choiceOf([primary, ...others], choices ?? []);
  const before = stateOf(ctx, primary);
  const after = mergedState(ctx, primary, others, whose);
  const merge = create(ctx, Merge, {
    ...{ side: primary.side, primaryId, otherIds: ids, actor: actorOf(ctx), mergedAt: ctx.now() },
    sealedStates: ctx.vault.seal(JSON.stringify({ before, after })),
  } as never);
  await ctx.em.flush();
  const first = await mainOnes(primary, others, whose);
  const moved = await thingsOf(ctx, primary, ids);
  for (const { id } of others) await moveRows(ctx, merge, id);
  await putFirst(ctx, primaryId, 'contact_mail', first.mails);
  await putFirst(ctx, primaryId, 'contact_phone', first.phones);
  await change(ctx, primary, { ...columnsOf(ctx, after), updatedAt: new Date() });
  for (const other of others) await leave(ctx, other, primary);
  // What was moved is read anew.
  await ctx.em.refresh(primary, { populate: ['mails', 'phones', 'references'] });
  await letBeFound(ctx, primary);
  const eventId = ctx.publish(contactUpdated, { contactId: primaryId }, feedOf(primary));
  tellMoved(ctx, primary, moved);
  const facts = { name: primary.name, others: others.map(({ name }) => name).join(', ') };
  await tell(ctx, { ...about(primary), kind: EntryKind.CONTACTS_MERGED, facts, relatedId: merge.id }, eventId);
  return merge;
}

/** Each of them once, without the primary contact; throws Invalid when none is left. */
export function othersIn(otherIds: readonly string[], primaryId: string): string[] {
  const ids = [...new Set(otherIds)].filter((id) => id !== primaryId);
  if (ids.length === 0) throw new Invalid('Name another contact.', ['otherIds'], { reason: 'TOO_FEW', limit: 1 });
  return ids;
}

/** Throws Invalid for contacts of different books. */
export function checkBook(primary: Contact, others: readonly Contact[]): void {
  if (others.some(({ side }) => side !== primary.side))
    throw new Invalid('These contacts stand in different books.', ['otherIds'], { reason: 'WRONG_BOOK' });
}

/** What the timeline says of a contact. */
export function about({ id, side }: Contact) {
  return { subject: { kind: SubjectKind.CONTACT, id }, side };
}

/** The contacts in this order, none of which anybody changes until the end of the transaction. */
export async function lock({ em }: Context, ids: readonly string[]): Promise<Contact[]> {
  const options = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const found = await em.find(Contact, { id: oneOf(ids) }, options);
  await em.populate(found, ['mails', 'phones', 'references'], { refresh: true });
  return inOrder(found, ids);
}

/** The contacts in the order of their ids; throws NotFound when one is not there. */
export function inOrder(found: readonly Contact[], ids: readonly string[]): Contact[] {
  return ids.map((id) => {
    const contact = found.find((each) => each.id === id);
    if (!contact || contact.removedAt) throw new NotFound('Contact', id);
    return contact;
  });
}

function checkVersions(contacts: readonly Contact[], seen: readonly ContactVersionInput[]): void {
  const stale = seen.some(({ id, version }) => contacts.some((each) => each.id === id && each.version !== version));
  if (!stale) return;
  const versions = contacts.map(({ id, version }) => ({ id, version }));
  throw new Conflict('Somebody has changed one of these contacts since.', { versions });
}

/** Whose value is taken of each field: as it was chosen, else the primary's. */
export function choiceOf(contacts: readonly Contact[], choices: readonly MergeChoiceInput[]) {
  const chosen = new Map(choices.map(({ field, contactId }) => [field, contactId]));
  for (const [at, { contactId }] of choices.entries())
    if (!contacts.some(({ id }) => id === contactId))
      throw new Invalid('This contact is none of those that are merged.', ['choices', at, 'contactId'], {
        reason: 'UNKNOWN',
      });
  return (field: MergeField): Contact | undefined => contacts.find(({ id }) => id === chosen.get(field));
}

/** The addresses and numbers of whom come first. */
async function mainOnes(
  primary: Contact,
  others: readonly Contact[],
  whose: ReturnType<typeof choiceOf>,
): Promise<{ mails: string[]; phones: string[] }> {
  const idsOf = (rows: Iterable<{ id: string }>): string[] => [...rows].map(({ id }) => id);
  const [mails, phones] = [whose(MergeField.MAILS) ?? primary, whose(MergeField.PHONES) ?? primary];
  const all = [primary, ...others];
  // An equal one of the primary stays in place of the chosen one.
  const equalTo = <Row extends { id: string }>(chosen: Iterable<Row>, rows: Iterable<Row>, by: keyof Row): string[] => {
    const values = new Set([...chosen].map((row) => row[by]));
    return [...rows].filter((row) => values.has(row[by])).map(({ id }) => id);
  };
  return {
    mails: [...idsOf(mails.mails), ...all.flatMap((each) => equalTo(mails.mails, each.mails, 'mailIndex'))],
    phones: [...idsOf(phones.phones), ...all.flatMap((each) => equalTo(phones.phones, each.phones, 'lineIndex'))],
  };
}

async function leave(ctx: Context, other: Contact, primary: Contact): Promise<void> {
  await change(ctx, other, { mergedIntoId: primary.id, removedAt: new Date() });
  await forgetFound(ctx, other);
  await forgetDuplicates(ctx, other);
  ctx.publish(contactRemoved, { contactId: other.id }, feedOf(other));
}
