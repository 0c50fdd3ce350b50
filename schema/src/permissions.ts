import type { Holders } from './promises.ts';
import type { Role } from './role.ts';
import { promisesOf, subgraphNames } from './roster.ts';
import type { StationKind } from './station-kinds.ts';

const grants = subgraphNames.flatMap((name) => Object.entries(promisesOf(name).permissions));

/** All scopes of a role, over every subgraph. */
export function scopesOf(role: Role): string[] {
  return grants.filter(([, holders]) => holds(role, holders)).map(([scope]) => scope);
}

/** What a paired screen may do: read what it shows, and speak for itself. */
export const displayScopes: readonly string[] = grants
  .filter(([, holders]) => holders.includes('DISPLAY'))
  .map(([scope]) => scope);

/** What every station may do, of any kind: speak for itself. */
const ownStationScopes = grants.filter(([, holders]) => holders === 'STATION').map(([scope]) => scope);

/** What a station of this kind may do by itself. */
export function stationScopes(kind: StationKind): string[] {
  return [...ownStationScopes, ...grantsAt(kind).flatMap(({ alone = [] }) => alone)];
}

/** What somebody in this role may do who is signed in at a station of this kind: what both of them may. */
export function signedScopes(kind: StationKind, role: Role): string[] {
  const own = new Set(scopesOf(role));
  const there = grantsAt(kind).flatMap(({ alone = [], signed = [] }) => [...alone, ...signed]);
  return [...ownStationScopes, ...there.filter((scope) => own.has(scope))];
}

function grantsAt(kind: StationKind) {
  return subgraphNames.flatMap((name) => promisesOf(name).stations?.[kind] ?? []);
}

function holds(role: Role, holders: Holders): boolean {
  if (typeof holders === 'string') return role === holders;
  return role === 'OWNER' || role === 'ADMIN' || holders.includes(role);
}
