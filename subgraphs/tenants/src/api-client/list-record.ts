import type { RegisteredOperation } from '../operation/operation.ts';
import type { ApiClient } from './api-client.ts';

type Approved = Pick<RegisteredOperation, 'documentId' | 'text' | 'expiresAt'>;

/** What the gateway reads about a client: the hash that its PROTOCOL.md describes, one entry for each term and each document, all of them JSON. */
export function listRecord(
  { scopes, limits }: Pick<ApiClient, 'scopes' | 'limits'>,
  approved: readonly Approved[],
): Record<string, string> {
  const terms = Object.entries({ scopes, ...limits }).filter(([, value]) => value != null);
  const documents = approved.map(({ documentId, text, expiresAt }) => [
    documentId.replace('sha256:', ''),
    { text, expiresAt: expiresAt?.toISOString() },
  ]);
  return Object.fromEntries([...terms, ...documents].map(([name, value]) => [name, JSON.stringify(value)]));
}
