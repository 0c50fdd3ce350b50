import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestClient } from '../test/client.ts';
import type { Kind } from './calls.ts';
import type { Stranger } from './strangers.ts';

export interface Question {
  /** What it is about, for whoever reads a failure. */
  about: string;
  kind: Kind;
  query: string;
  variables: Record<string, unknown>;
}

/** An event of another tenant would have to come within this; nothing happens there meanwhile, so it is a look and no proof. */
const QUIET_MS = 2_000;

/** How strangers ask: anybody what they like, and a key what was registered for it before. */
export interface Questions {
  /** By the owner of the key's tenant, who approves it at once. */
  register(stranger: Stranger, queries: readonly string[], owner: TestClient): Promise<void>;
  /** The answer as text; of a subscription the first event, or an empty answer when there is none for a moment. */
  ask(stranger: Stranger, question: Question): Promise<string>;
}

export function openQuestions(url: string): Questions {
  const registered = new Map<string, string>();
  return {
    async register({ clientId }, queries, owner) {
      for (let from = 0; from < queries.length; from += 50) {
        const documents = queries.slice(from, from + 50).map((text, index) => ({
          text: text.replace(/^(\w+)/, `$1 Ask${from + index}`),
        }));
        const { registerOperations } = await owner.run<{
          registerOperations: { documentId: string; operation: { id: string } | null }[];
        }>(
          'mutation ($id: ID!, $documents: [OperationDocumentInput!]!) { registerOperations(clientId: $id, documents: $documents) { documentId operation { id } } }',
          { id: clientId, documents },
        );
        for (const [index, { documentId }] of registerOperations.entries()) {
          registered.set(queries[from + index] ?? '', documentId);
        }
        const ids = registerOperations.flatMap(({ operation }) => (operation ? [operation.id] : []));
        await owner.ask('mutation ($ids: [ID!]!) { approveOperations(ids: $ids) { id } }', { ids });
      }
    },
    async ask(stranger, { kind, query, variables }) {
      if (kind === 'subscription') return firstEvent(url, stranger, query, variables);
      const documentId = stranger.clientId && registered.get(query);
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...stranger.headers },
        body: JSON.stringify(documentId ? { documentId, variables } : { query, variables }),
      });
      return response.text();
    },
  };
}

/** How a subscription begins: with a refusal, or by saying nothing for a moment. */
async function firstEvent(
  url: string,
  { headers }: Stranger,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headers,
    retryAttempts: 0,
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  const quiet = setTimeout(() => resolve('{}'), QUIET_MS);
  socket.subscribe(
    { query, variables },
    {
      next: (event) => resolve(JSON.stringify(event)),
      error: (errors) =>
        resolve(JSON.stringify(Array.isArray(errors) ? { errors } : { errors: [{ message: String(errors) }] })),
      complete: () => resolve('{}'),
    },
  );
  const text = await promise;
  clearTimeout(quiet);
  await socket.dispose();
  return text;
}
