import { Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { askOnce } from './ask-once.ts';
import type { Credential } from './credential.ts';
import { identify } from './identify.ts';
import { inTurn } from './in-turn.ts';
import { keepKnown } from './keep-known.ts';
import { keepUp } from './keep-up.ts';
import type { ConnectionRecorder } from './live.ts';
import { documentIdOf, persistedExchange } from './persisted.ts';
import { isFeed } from './resume.ts';
import { createSocket } from './socket.ts';

export interface ClientOptions {
  /** Where the graph answers, `/graphql` by default: of this page's origin unless it is a whole address. */
  url?: string;
  credential: Credential;
  /** Where the state of the socket is recorded; see `live.ts`. */
  connection: ConnectionRecorder;
  /** A normalised cache, made with `cacheExchange` or `offlineExchange` and the keys of `generated/cache-keys.ts`. */
  cache: Exchange;
  /** In place of the browser's, such as one that learns the server's time. */
  fetch?: typeof globalThis.fetch;
}

export interface GraphClient {
  client: Client;
  /** Ends the socket and its subscriptions; what was asked for over HTTP still arrives. */
  close(): void;
}

/** A client with a cache, who is asking, and subscriptions that resume after every interruption. */
export function createGraphClient({
  url = '/graphql',
  credential,
  connection,
  cache,
  fetch,
}: ClientOptions): GraphClient {
  const socket = createSocket({ url: socketUrl(url), credential, connection });
  const subscriptions = subscriptionExchange({
    forwardSubscription: (request, operation) => ({
      subscribe: (sink) => {
        const { query = '', operationName, variables } = request;
        const documentId = documentIdOf(operation.query);
        const payload = documentId ? { query: '', documentId, variables } : { query, operationName, variables };
        return { unsubscribe: socket.subscribe(payload, { isFeed: isFeed(operation.query) }, sink) };
      },
    }),
  });
  const client = new Client({
    url,
    ...(fetch && { fetch }),
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      askOnce(keepUp(keepKnown(cache))),
      inTurn,
      identify(credential),
      persistedExchange,
      fetchExchange,
      subscriptions,
    ],
  });
  return { client, close: socket.close };
}

function socketUrl(url: string): string {
  const absolute = new URL(url, typeof location === 'undefined' ? undefined : location.href);
  absolute.protocol = absolute.protocol.replace('http', 'ws');
  return absolute.href;
}
