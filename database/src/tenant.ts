import type { PolicyDef } from '@mikro-orm/core';
import { platformBook } from '@mycelium/schema/platform-book';

/** The session variables that PostgreSQL's row security reads. */
export interface DatabaseSession {
  variables: {
    'app.tenant_id': string;
    'app.person_id': string;
    'app.location_id': string;
    'app.staff': 'on' | 'off';
    'app.system': 'on' | 'off';
  };
}

const TENANT = "nullif(current_setting('app.tenant_id', true), '')::uuid";
const PERSON = "nullif(current_setting('app.person_id', true), '')::uuid";
const STAFF = "current_setting('app.staff', true) = 'on'";
const LOCATION = "nullif(current_setting('app.location_id', true), '')::uuid";
const SYSTEM = "current_setting('app.system', true) = 'on'";

const system: PolicyDef = { name: 'system', using: SYSTEM, check: SYSTEM };

/** Entity options of a noun that belongs to a tenant: only its tenant's session, or the system's, sees a row. */
export const ownedByTenant = { rowLevelSecurity: 'force' as const, policies: [tenantPolicy('tenant_id'), system] };

/** Entity options of what is one person's in a tenant: only that person's session there, or the system's, sees a row. */
export const ownedByPerson = {
  rowLevelSecurity: 'force' as const,
  policies: [tenantPolicy('tenant_id', ` and user_id = ${PERSON}`), system],
};

/** Entity options of what has two books: the tenant's own (`side` TENANT), and what the platform's staff keep about the tenant, which its people never see. */
export const ownedBySide = {
  rowLevelSecurity: 'force' as const,
  policies: [tenantPolicy('tenant_id', ` and (side = 'TENANT' or ${STAFF})`), system],
};

/** The same of what the platform's staff also keep about all tenants together: rows of no tenant, which stand under the platform's own id. */
export const ownedBySideOrPlatform = {
  rowLevelSecurity: 'force' as const,
  policies: [...ownedBySide.policies, platformPolicy()],
};

/** Entity options of what belongs to a location (`location_id`): a session that is tied to one, such as a till's, sees those of that one alone. */
export const ownedByLocation = {
  rowLevelSecurity: 'force' as const,
  policies: [tenantPolicy('tenant_id', ` and coalesce(location_id = ${LOCATION}, true)`), system],
};

/** Entity options of the location itself. */
export const isLocation = {
  rowLevelSecurity: 'force' as const,
  policies: [tenantPolicy('tenant_id', ` and coalesce(id = ${LOCATION}, true)`), system],
};

/** Entity options of the tenant itself. */
export const isTenant = { rowLevelSecurity: 'force' as const, policies: [tenantPolicy('id'), system] };

/** Entity options of what belongs to no tenant (people, sessions, keys): only the system's session sees a row. */
export const ownedBySystem = { rowLevelSecurity: 'force' as const, policies: [system] };

/** A session that sees the rows of one tenant, or none without one; of those that are somebody's own, this person's; what the staff keep about the tenant, if it is theirs; and where it is tied to a location, of what belongs to one, that one's. */
export function tenantSession(
  tenantId: string | undefined,
  {
    personId = '',
    isStaff = false,
    locationId = '',
  }: { personId?: string; isStaff?: boolean; locationId?: string } = {},
): DatabaseSession {
  const staff = isStaff ? 'on' : 'off';
  return {
    variables: {
      ...{ 'app.tenant_id': tenantId ?? '', 'app.person_id': personId },
      ...{ 'app.location_id': locationId, 'app.staff': staff, 'app.system': 'off' },
    },
  };
}

/** A session that sees every row: for log-in, credentials and jobs, never for what a client asked for by id. */
export const systemSession: DatabaseSession = {
  variables: {
    ...{ 'app.tenant_id': '', 'app.person_id': '', 'app.location_id': '' },
    ...{ 'app.staff': 'off', 'app.system': 'on' },
  },
};

function platformPolicy(): PolicyDef {
  const rule = `tenant_id = '${platformBook}'::uuid and (side = 'TENANT' or ${STAFF}) and side = 'PLATFORM'`;
  return { name: 'platform', using: rule, check: rule };
}

function tenantPolicy(column: string, more = ''): PolicyDef {
  const rule = `${column} = ${TENANT}${more}`;
  return { name: 'tenant', using: rule, check: rule };
}
