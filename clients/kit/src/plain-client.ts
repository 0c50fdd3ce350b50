import { Client, fetchExchange } from '@urql/core';
import { anonymous, type Credential } from './credential.ts';
import { identify } from './identify.ts';
import { persistedExchange } from './persisted.ts';

/** A client for what is open to everyone: no cache, no subscriptions, no credential unless one is given. */
export function createPlainClient(
  url = '/graphql',
  credential: Credential = anonymous,
  fetch?: typeof globalThis.fetch,
): Client {
  return new Client({
    url,
    ...(fetch && { fetch }),
    preferGetMethod: false,
    exchanges: [identify(credential), persistedExchange, fetchExchange],
  });
}
