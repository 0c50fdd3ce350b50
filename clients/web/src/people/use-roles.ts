import { useQuery } from 'urql';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';

const RolesDocument = graphql(`
  query Roles {
    roles {
      role
      description
      grantable
    }
  }
`);

/** The roles as the server says: those that this person may give and take, those that only others may, and what each is for. */
export function useRoles(): { given: Role[]; withheld: Role[]; aboutOf(role: Role): string | undefined } {
  const [{ data }] = useQuery({ query: RolesDocument });
  const roles = data?.roles ?? [];
  return {
    given: roles.flatMap(({ role, grantable }) => (grantable ? [role] : [])),
    // The platform's own role is never given by a tenant.
    withheld: roles.flatMap(({ role, grantable }) => (grantable || role === 'ADMIN' ? [] : [role])),
    aboutOf: (wanted) => roles.find(({ role }) => role === wanted)?.description,
  };
}
