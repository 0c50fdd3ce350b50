import type { CombinedError, Exchange, Operation } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import type { Credential } from './credential.ts';

/** Sends the token of who asks with every operation, and has it renewed when it is refused or too old. */
export function identify(credential: Credential): Exchange {
  return authExchange(async ({ appendHeaders }) => {
    let refused: string | undefined;
    return {
      addAuthToOperation(operation) {
        const token = credential.token();
        return token ? appendHeaders(operation, { Authorization: `Bearer ${token}` }) : operation;
      },
      willAuthError() {
        refused = credential.token();
        return credential.isStale();
      },
      didAuthError(error, operation) {
        refused = tokenOf(operation);
        return refused !== undefined && isUnauthenticated(error);
      },
      async refreshAuth() {
        await credential.renew(refused);
      },
    };
  });
}

function isUnauthenticated({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
}

function tokenOf({ context }: Operation): string | undefined {
  const options = typeof context.fetchOptions === 'function' ? context.fetchOptions() : context.fetchOptions;
  return new Headers(options?.headers).get('Authorization')?.replace('Bearer ', '');
}
