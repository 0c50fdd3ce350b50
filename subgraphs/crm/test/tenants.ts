import type { AskNeighbour } from '@mycelium/kit/neighbours';
import type { Sign } from '@mycelium/kit/signs';
import type { Role } from '@mycelium/schema/role';
import type { SubgraphName } from '@mycelium/schema/roster';

/** A person as the tenants subgraph knows them. */
export interface Member {
  id: string;
  role: Role;
  timeZone?: string;
}

/** A tenant as the tenants subgraph lists it for the platform's staff. */
export interface Customer {
  id: string;
  name: string;
  slug: string;
  createdAt: string;
}

/**
 * What the others answer when the CRM is there alone. The tenants subgraph: tenants in one zone, with these members, of these
 * customers and staff; each: these signs, or nothing while it is away.
 */
export function tenantsIn(timeZone: string) {
  const members = new Map<string, Member[]>();
  const staff: { id: string }[] = [];
  const customers: Customer[] = [];
  const signs = new Map<SubgraphName, readonly Sign[] | 'away'>();
  const answer: AskNeighbour = async (name, { query, variables = {} }) => {
    if (query.includes('tenantSigns')) {
      const said = signs.get(name) ?? [];
      return said === 'away' ? { errors: [] } : { data: { tenantSigns: said } };
    }
    if (query.includes('platformStaff')) return { data: { platformStaff: staff } };
    if (query.includes('tenants(')) {
      const edges = customers.map((node) => ({ node }));
      return { data: { tenants: { edges, pageInfo: { hasNextPage: false } } } };
    }
    const { t, users } = variables as { t: [{ id: string }]; users?: string[] };
    const known = (members.get(t[0].id) ?? []).filter(({ id }) => users?.includes(id) ?? true);
    const edges = known.map(({ id, role, timeZone: own = timeZone }) => ({
      node: { role, timeZone: own, user: { id, name: id } },
    }));
    return { data: { _entities: [{ timeZone, members: { edges } }] } };
  };
  return { members, staff, customers, signs, answer };
}
