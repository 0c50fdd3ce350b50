import type { SubgraphName } from './roster.ts';

export const roles = ['OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, in a sentence for the people who give it. */
export const roleDescriptions: Record<Role, string> = {
  OWNER: 'Runs the account: everything that a tenant can do, and who else may.',
  MANAGER: 'Runs the business day by day, with its people; makes no owners and no API keys.',
  STAFF: 'Works in the front: sees what is on offer, and says what is sold out.',
  KITCHEN: 'Works in the kitchen: sees the menu, and says what is sold out.',
  MARKETER: 'Decides what the screens show.',
  SUPPORT: 'Helps the people of the tenant: sees much, changes nothing.',
  AUDITOR: 'Examines: sees everything that may be seen, changes nothing.',
  ADMIN: "The platform's own staff; given by the platform, never by a tenant.",
};

/** What each role may do, one table per subgraph. ADMIN is the platform's own staff. */
const permissions: Record<SubgraphName, Partial<Record<Role, readonly string[]>>> = {
  tenants: {
    OWNER: [
      'access:read',
      'access:write',
      'display:read',
      'display:write',
      'board:read',
      'board:write',
      'people:read',
      'people:write',
      'audit:read',
      'service:read',
      'service:write',
      'sync:read',
      'sync:write',
    ],
    MANAGER: [
      'access:read',
      'display:read',
      'display:write',
      'board:read',
      'board:write',
      'people:read',
      'people:write',
      'service:read',
      'sync:read',
      'sync:write',
    ],
    STAFF: ['display:read', 'board:read', 'service:read'],
    KITCHEN: ['display:read', 'board:read', 'service:read'],
    MARKETER: ['display:read', 'board:read', 'board:write', 'service:read', 'sync:read'],
    SUPPORT: ['display:read', 'board:read', 'people:read', 'service:read', 'sync:read'],
    AUDITOR: ['access:read', 'display:read', 'board:read', 'people:read', 'audit:read', 'service:read', 'sync:read'],
    ADMIN: [
      'platform:admin',
      'access:read',
      'access:write',
      'display:read',
      'display:write',
      'board:read',
      'board:write',
      'audit:read',
      'people:read',
      'people:write',
      'service:read',
      'service:write',
      'sync:read',
      'sync:write',
    ],
  },
  events: {
    OWNER: [
      'events:read',
      'events:publish',
      'events:consume',
      'events:manage',
      'webhook:read',
      'webhook:write',
      'credits:read',
      'credits:write',
    ],
    MANAGER: ['events:read', 'events:publish', 'events:manage', 'webhook:read', 'credits:read', 'credits:write'],
    SUPPORT: ['events:read', 'webhook:read', 'credits:read'],
    AUDITOR: ['events:read', 'webhook:read', 'credits:read'],
    ADMIN: [
      'events:read',
      'events:publish',
      'events:consume',
      'events:manage',
      'webhook:read',
      'webhook:write',
      'credits:read',
      'credits:write',
    ],
  },
  restaurant: {
    OWNER: ['menu:read', 'menu:write', 'menu:availability'],
    MANAGER: ['menu:read', 'menu:write', 'menu:availability'],
    STAFF: ['menu:read', 'menu:availability'],
    KITCHEN: ['menu:read', 'menu:availability'],
    MARKETER: ['menu:read'],
    SUPPORT: ['menu:read'],
    AUDITOR: ['menu:read'],
    ADMIN: ['menu:read', 'menu:write', 'menu:availability'],
  },
};

/** What a paired screen may do: read what it shows, and speak for itself. */
export const displayScopes: readonly string[] = ['display:self', 'board:read', 'menu:read'];

/** All scopes of a role, over every subgraph. */
export function scopesOf(role: Role): string[] {
  return Object.values(permissions).flatMap((table) => table[role] ?? []);
}

/** Whether only people have this scope, and never an API client: who manages access and people, and the platform itself. */
export function isForPeopleOnly(scope: string): boolean {
  return /^(access|people|platform):/.test(scope);
}
