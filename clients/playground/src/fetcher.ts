import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { authorization } from './session.ts';

/** Sends operations to this origin; the headers editor wins over the login, over HTTP and over WebSocket alike. */
export const fetcher: Fetcher = async (params, options) => {
  const headers = await withAuthorization(options?.headers ?? {});
  // A lazy client opens its socket for a subscription only, and closes it with it: each tab speaks with its own headers.
  const wsClient = createClient({ url: socketUrl(), connectionParams: lowerCased(headers), lazy: true });
  return createGraphiQLFetcher({ url: '/graphql', wsClient })(params, { ...options, headers });
};

async function withAuthorization(given: Record<string, string>): Promise<Record<string, string>> {
  if ('authorization' in lowerCased(given)) return given;
  const value = await authorization();
  return value ? { ...given, Authorization: value } : given;
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function socketUrl(): string {
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
