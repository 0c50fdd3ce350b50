import type { Context } from '@mycelium/kit/context';
import type { EarlierRow } from './earlier-rows.ts';
import { factsOfContact } from './facts-of-contact.ts';
import { type Known, MOST_OF_ONE_KEY } from './known-contacts.ts';
import type { PlannedContact } from './planned-contact.ts';
import { areSame, type ContactKey } from './same-contact.ts';

/** Whom rows of a file are about, somebody of the book or somebody new, as they become. */
export interface Target {
  plan: () => PlannedContact;
  /** The plan as it is kept, as long as nothing more is said of them. */
  sealedPlan?: string;
  /** The row that was the first about them. */
  line?: number;
  /** That row, of an earlier batch. */
  rowId?: string;
  contactId?: string;
  contactVersion?: number;
  /** Whether a row of this batch says something new of them. */
  isChanged: boolean;
}

/** All whom the rows of a batch may be about. */
export interface WhoIsThere {
  byId: (id: string | undefined) => Target | undefined;
  /** Who is the same as this one, the earlier rows of the file before the book. */
  sameAs: (row: Pick<Target, 'plan'>, keys: readonly ContactKey[]) => Target | undefined;
  /** From now on they are known by these keys, too. */
  add: (target: Target, keys: readonly ContactKey[]) => void;
  /** Those of earlier batches of which this one has said more. */
  changedEarlier: () => (Target & { rowId: string })[];
}

export function whoIsThere(ctx: Context, { contacts, byIndex }: Known, earlierRows: readonly EarlierRow[]): WhoIsThere {
  const earlier = earlierRows.map(({ indexes, ...row }) => ({ indexes, target: { ...row, isChanged: false } }));
  const byId = new Map<string, Target>();
  for (const [id, contact] of contacts) {
    const before = factsOfContact(ctx, contact);
    const its = { contactId: id, contactVersion: contact.version };
    const plan: PlannedContact = { before, after: before, notes: [] };
    byId.set(id, { plan: () => plan, ...its, isChanged: false });
  }
  for (const { target } of earlier) if (target.contactId) byId.set(target.contactId, target);

  const byKey = new Map<string, Target[]>();
  const add = (target: Target, indexes: readonly string[]): void => {
    for (const index of indexes) {
      const some = byKey.get(index) ?? [];
      if (!some.includes(target) && some.length < MOST_OF_ONE_KEY) byKey.set(index, [...some, target]);
    }
  };
  for (const { target, indexes } of earlier) add(target, indexes);
  for (const [index, ids] of byIndex)
    for (const target of ids.flatMap((id) => byId.get(id) ?? [])) add(target, [index]);

  return {
    byId: (id) => (id === undefined ? undefined : byId.get(id)),
    sameAs({ plan }, keys) {
      for (const key of keys)
        for (const target of key.indexes.flatMap((index) => byKey.get(index) ?? []))
          if (areSame(plan().after, target.plan().after, key)) return target;
    },
    add: (target, keys) =>
      add(
        target,
        keys.flatMap(({ indexes }) => indexes),
      ),
    changedEarlier: () => earlier.flatMap(({ target }) => (target.isChanged ? [target] : [])),
  };
}
