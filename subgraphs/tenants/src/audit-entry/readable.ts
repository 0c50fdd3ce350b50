import type { FilterQuery } from '@mikro-orm/core';
import type { Viewer } from '@mycelium/kit/viewer';
import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import type { AuditEntry } from './audit-entry.ts';

const EVERYTHING = 'audit:all';

/** The scope that it takes to see a noun, of each whose history belongs to the business. */
const histories = subgraphNames.flatMap((name) => Object.entries(promisesOf(name).history ?? {}));

/** Whether the history of a noun belongs to the business, and not to people, their sessions and keys. */
export function isOfBusiness(noun: string | undefined): boolean {
  return histories.some(([known]) => known === noun);
}

/** Whether somebody may read all of the log: also what concerns people, their sessions and keys, and where they were. */
export function mayReadAll({ scopes }: Pick<Viewer, 'scopes'>): boolean {
  return scopes.includes(EVERYTHING);
}

/** What of the log a viewer may read: of the business, the history of what they may see. */
export function readableTo(viewer: Pick<Viewer, 'scopes'>): FilterQuery<AuditEntry> {
  if (mayReadAll(viewer)) return {};
  return { noun: { $in: histories.filter(([, scope]) => viewer.scopes.includes(scope)).map(([noun]) => noun) } };
}
