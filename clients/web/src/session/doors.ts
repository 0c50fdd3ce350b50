import { createPlainClient } from '@mycelium/client-kit/plain-client';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { graphql } from '../generated/gql.ts';
import { session } from './session.ts';

export const InvitationDocument = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      tenantName
      email
      name
      role
      invitedBy
      hasAccount
    }
  }
`);

const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($token: String!, $name: String, $password: String) {
    acceptInvitation(token: $token, name: $name, password: $password) {
      accessToken
      refreshToken
      expiresAt
    }
  }
`);

const RequestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email)
  }
`);

const ResetPasswordDocument = graphql(`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password)
  }
`);

/** Asks as nobody: whoever comes by an e-mail is not logged in yet. */
export const stranger = createPlainClient();

export async function acceptInvitation(
  variables: Record<'token' | 'name' | 'password', string>,
): Promise<Problem | undefined> {
  const { data, error } = await stranger.mutation(AcceptInvitationDocument, variables);
  if (data) session.open(data.acceptInvitation);
  return error && problemOf(error);
}

export async function requestPasswordReset(email: string): Promise<Problem | undefined> {
  const { error } = await stranger.mutation(RequestPasswordResetDocument, { email });
  return error && problemOf(error);
}

/** The sessions of the person have ended, the one in this browser too. */
export async function resetPassword(token: string, password: string): Promise<Problem | undefined> {
  const { data, error } = await stranger.mutation(ResetPasswordDocument, { token, password });
  if (data) session.close();
  return error && problemOf(error);
}
