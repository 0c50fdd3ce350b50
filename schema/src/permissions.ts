import type { Holders } from './promises.ts';
import type { Role } from './role.ts';
import { promisesOf, subgraphNames } from './roster.ts';

const grants = subgraphNames.flatMap((name) => Object.entries(promisesOf(name).permissions));

/** All scopes of a role, over every subgraph. */
export function scopesOf(role: Role): string[] {
  return grants.filter(([, holders]) => holds(role, holders)).map(([scope]) => scope);
}

/** What a paired screen may do: read what it shows, and speak for itself. */
export const displayScopes: readonly string[] = grants
  .filter(([, holders]) => holders.includes('DISPLAY'))
  .map(([scope]) => scope);

function holds(role: Role, holders: Holders): boolean {
  if (typeof holders === 'string') return role === holders;
  return role === 'OWNER' || role === 'ADMIN' || holders.includes(role);
}
