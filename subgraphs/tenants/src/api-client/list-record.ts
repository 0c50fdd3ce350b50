import type { ApiClient } from './api-client.ts';

/** What the gateway reads about a client: the hash that its PROTOCOL.md describes, one entry for each term, all of them JSON. */
export function listRecord({ scopes, limits }: ApiClient): Record<string, string> {
  const terms = Object.entries({ scopes, ...limits }).filter(([, value]) => value != null);
  return Object.fromEntries(terms.map(([name, value]) => [name, JSON.stringify(value)]));
}
