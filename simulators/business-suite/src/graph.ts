import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Client, createClient } from 'graphql-ws';
import { z } from 'zod';

type Operation = 'receive' | 'acknowledge' | 'fail' | 'publish' | 'tracking';

/** What is sent in place of the text of an operation. */
function documentIdOf(name: Operation): string {
  const text = readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), 'utf8');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** The graph as anybody with a key has it. */
export interface Graph {
  ask(operation: Operation, variables: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** A connection of its own, and what comes over it until it ends. */
  follow(operation: Operation, variables: Record<string, unknown>): { socket: Client; events: AsyncIterable<unknown> };
}

export function openGraph(url: string, key: string): Graph {
  return {
    async ask(operation, variables) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key },
        body: JSON.stringify({ documentId: documentIdOf(operation), variables }),
      });
      const { data, errors } = answerSchema.parse(await response.json());
      if (errors || !data) throw new Error(errors?.[0]?.message ?? `The graph answered ${response.status}.`);
      return data;
    },
    follow(operation, variables) {
      const socket = createClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        connectionParams: { authorization: `Bearer ${key}` },
        retryAttempts: 0,
      });
      const asked = { query: '', documentId: documentIdOf(operation), variables };
      return { socket, events: socket.iterate(asked) };
    },
  };
}
