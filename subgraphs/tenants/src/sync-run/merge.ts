import { isDeepStrictEqual } from 'node:util';
import type { SyncConfig } from '../sync/sync-config.ts';

/** What both sides know of an item. */
export interface Facts {
  name: Record<string, string>;
  description: Record<string, string>;
  price: { amount: number; currency: string };
  available: boolean;
}
export type FactName = keyof Facts;

export const factNames = ['name', 'description', 'price', 'available'] as const satisfies FactName[];

/** The facts of an item on which nothing was agreed yet. */
export const nothing: Facts = { name: {}, description: {}, price: { amount: 0, currency: '' }, available: false };

interface Sides {
  /** What they agreed on last. */
  agreed: Facts;
  local: Facts;
  remote: Facts;
  localAt: Date;
  remoteAt: Date;
}

export interface Merged {
  toLocal: Partial<Facts>;
  toRemote: Partial<Facts>;
  /** Fields that a person must decide. */
  conflicts: FactName[];
  /** What will be agreed once both sides have taken theirs. */
  agreed: Facts;
}

/** Brings two sides together, field by field: whose word counts, and what happens when both changed the same. */
export function merge(sides: Sides, { sources, policy }: Pick<SyncConfig, 'sources' | 'policy'>): Merged {
  const { agreed, local, remote, localAt, remoteAt } = sides;
  const merged: Merged = { toLocal: {}, toRemote: {}, conflicts: [], agreed: { ...agreed } };
  for (const name of factNames) {
    const winner = winnerOf(name);
    if (winner === undefined) merged.conflicts.push(name);
    else if (winner === 'LOCAL') take(merged, name, local, remote, merged.toRemote);
    else take(merged, name, remote, local, merged.toLocal);
  }
  return merged;

  function winnerOf(name: FactName): 'LOCAL' | 'REMOTE' | undefined {
    const source = sources[name];
    if (source !== 'BOTH') return source;
    if (isDeepStrictEqual(local[name], remote[name]) || isDeepStrictEqual(remote[name], agreed[name])) return 'LOCAL';
    if (isDeepStrictEqual(local[name], agreed[name])) return 'REMOTE';
    if (policy === 'NEWEST') return remoteAt > localAt ? 'REMOTE' : 'LOCAL';
    if (policy === 'MANUAL') return undefined;
    return policy === 'REMOTE_WINS' ? 'REMOTE' : 'LOCAL';
  }
}

/** What must go to the product when only our side is known to have changed. */
export function changesSince(agreed: Facts, local: Facts, sources: SyncConfig['sources']): Partial<Facts> {
  const changed = factNames.filter(
    (name) => sources[name] !== 'REMOTE' && !isDeepStrictEqual(local[name], agreed[name]),
  );
  return pick(local, changed);
}

export function pick(facts: Facts, names: readonly FactName[]): Partial<Facts> {
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}

function take<Name extends FactName>(
  merged: Merged,
  name: Name,
  winner: Facts,
  loser: Facts,
  patch: Partial<Facts>,
): void {
  merged.agreed[name] = winner[name];
  if (!isDeepStrictEqual(winner[name], loser[name])) patch[name] = winner[name];
}
