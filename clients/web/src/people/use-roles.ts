import { useQuery } from 'urql';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';

const RolesDocument = graphql(`
  query Roles {
    roles {
      role
      grantable
    }
  }
`);

/** The roles as the server says: those that this person may give and take, and those that only others may. */
export function useRoles(): { given: Role[]; withheld: Role[] } {
  const [{ data }] = useQuery({ query: RolesDocument });
  const roles = data?.roles ?? [];
  return {
    given: roles.flatMap(({ role, grantable }) => (grantable ? [role] : [])),
    // The platform's own role is never given by a tenant.
    withheld: roles.flatMap(({ role, grantable }) => (grantable || role === 'ADMIN' ? [] : [role])),
  };
}
