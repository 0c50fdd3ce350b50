import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';

/** Whether somebody in this role may give, change or take away that one: none above their own, and only an owner makes or unmakes an owner. */
export function mayGrant(by: Role | undefined, role: Role): boolean {
  if (!by || role === 'ADMIN') return false;
  if (role === 'OWNER' && by !== 'OWNER' && by !== 'ADMIN') return false;
  const own = new Set(scopesOf(by));
  return scopesOf(role).every((scope) => own.has(scope));
}
