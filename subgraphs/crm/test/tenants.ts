import type { AskNeighbour } from '@mycelium/kit/neighbours';
import type { Role } from '@mycelium/schema/role';

/** A person as the tenants subgraph knows them. */
export interface Member {
  id: string;
  role: Role;
  timeZone?: string;
}

/** What the tenants subgraph answers when the CRM asks it alone: tenants in one zone, with these members. */
export function tenantsIn(timeZone: string) {
  const members = new Map<string, Member[]>();
  const answer: AskNeighbour = async (_name, { variables = {} }) => {
    const { t, users } = variables as { t: [{ id: string }]; users?: string[] };
    const known = (members.get(t[0].id) ?? []).filter(({ id }) => users?.includes(id) ?? true);
    const edges = known.map(({ id, role, timeZone: own = timeZone }) => ({
      node: { role, timeZone: own, user: { id, name: id } },
    }));
    return { data: { _entities: [{ timeZone, members: { edges } }] } };
  };
  return { members, answer };
}
