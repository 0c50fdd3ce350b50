import { useQuery } from 'urql';
import { graphql } from '../generated/gql.ts';
import type { Viewer } from '../session/viewer.tsx';

const TenantsDocument = graphql(`
  query Tenants {
    tenants(first: 100) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

/** The tenants that a person can work for: all for the platform's own people, else those of the memberships. */
export function useTenants({ scopes, user }: Viewer, isWanted: boolean) {
  const isAdmin = scopes.includes('platform:admin');
  const [{ data, error }, ask] = useQuery({ query: TenantsDocument, pause: !isAdmin || !isWanted });
  const tenants = isAdmin
    ? (data?.tenants.edges.map(({ node }) => node) ?? [])
    : (user?.memberships.map(({ tenant }) => tenant) ?? []);
  return { tenants, error, ask: () => ask({ requestPolicy: 'network-only' }) };
}
