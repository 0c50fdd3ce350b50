import { hkdfSync } from 'node:crypto';
import type { SubgraphName } from '@mycelium/schema/roster';
import type { Client } from 'pg';
import { roleName } from './role.ts';

const MARK = 'installation: ';

/** What tells one secret from another, and neither of them. */
function markOf(secret: string): string {
  return MARK + Buffer.from(hkdfSync('sha256', secret, 'mycelium', 'role-owner', 12)).toString('base64url');
}

/**
 * Throws when the role's password was derived from another secret: roles belong to the whole PostgreSQL server, so that a
 * second installation there would cut the first one off. A role that says nothing is anybody's.
 */
export async function refuseForeignRole(admin: Client, subgraph: SubgraphName, secret: string): Promise<void> {
  const role = roleName(subgraph);
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1`,
    [role],
  );
  const mark = rows[0]?.mark;
  if (!mark?.startsWith(MARK) || mark === markOf(secret)) return;
  throw new Error(
    `the role ${role} of this PostgreSQL server belongs to an installation with another MYCELIUM_SECRET: give this one that secret, or a server of its own; if the secret was changed, start once with MYCELIUM_SECRET_CHANGED=1, and the one before in MYCELIUM_OLD_SECRETS`,
  );
}

/** Notes in the role whose it is. */
export async function noteRoleOwner(admin: Client, subgraph: SubgraphName, secret: string): Promise<void> {
  await admin.query(`comment on role ${roleName(subgraph)} is '${markOf(secret)}'`);
}
