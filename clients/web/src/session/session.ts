import { createPlainClient } from '@mycelium/client-kit/plain-client';
import { isPassing, type Problem, problemOf } from '@mycelium/client-kit/problem';
import { createSession, type Renewal } from '@mycelium/client-kit/session';
import { graphql } from '../generated/gql.ts';

const LoginDocument = graphql(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      accessToken
      refreshToken
      expiresAt
    }
  }
`);

const RefreshSessionDocument = graphql(`
  mutation RefreshSession($refreshToken: String!) {
    refreshSession(refreshToken: $refreshToken) {
      accessToken
      refreshToken
      expiresAt
    }
  }
`);

const SwitchTenantDocument = graphql(`
  mutation SwitchTenant($tenantId: ID!) {
    switchTenant(tenantId: $tenantId) {
      accessToken
      refreshToken
      expiresAt
    }
  }
`);

const LogoutDocument = graphql(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken)
  }
`);

const open = createPlainClient();

/** The person's session in this browser. */
export const session = createSession({ refresh });

const identified = createPlainClient('/graphql', session);

/** Undefined when the person is logged in now. */
export async function login(email: string, password: string): Promise<Problem | undefined> {
  const { data, error } = await open.mutation(LoginDocument, { email, password });
  if (data) session.open(data.login);
  return error && problemOf(error);
}

/** Works for another tenant from now on, in every tab. Undefined when it worked. */
export async function switchTenant(tenantId: string): Promise<Problem | undefined> {
  const { data, error } = await identified.mutation(SwitchTenantDocument, { tenantId });
  if (data) session.open(data.switchTenant);
  return error && problemOf(error);
}

/** Ends the session here at once, and at the server as soon as it hears of it. */
export function logout(): void {
  const refreshToken = session.close();
  if (refreshToken) void open.mutation(LogoutDocument, { refreshToken }).toPromise();
}

async function refresh(refreshToken: string): Promise<Renewal> {
  const { data, error } = await open.mutation(RefreshSessionDocument, { refreshToken });
  if (data) return data.refreshSession;
  return error && !isPassing(problemOf(error).code) ? 'over' : 'away';
}
