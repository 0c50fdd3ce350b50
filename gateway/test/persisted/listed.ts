import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../bistro/watch.ts';

/** What is on the list of the app `web`. */
export const LISTED = 'query Dish($id: ID!) { dish(id: $id) { name } }';
export const CHANGES = 'subscription Changes { dishChanged(tenantId: "las-reinas") { dish { name } } }';
/** What is on no list. */
export const OTHER = 'query Dishes { dishes { name } }';
export const variables = { id: '1' };
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const manifest = (...texts: string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((t) => [`sha256:${sha256(t)}`, t])));

/** A folder of operations for each test. */
export function useOperations() {
  let operations: string;
  const write = (text: string) => writeFile(join(operations, 'web', 'persisted-documents.json'), text);
  beforeEach(async () => {
    operations = await mkdtemp(join(tmpdir(), 'operations-'));
    await mkdir(join(operations, 'web'));
    await write(manifest(LISTED, CHANGES));
  });
  afterEach(() => rm(operations, { recursive: true }));
  return {
    get folder() {
      return operations;
    },
    write,
  };
}

/** The status of an answer, what is in it, and the code of its first error. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}

/** A socket by hand: clients of graphql-ws always send a text. */
export async function openSocket(url: string, authorization?: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: { id?: string; type: string; payload?: unknown }[] = [];
  let closed: number | undefined;
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  socket.on('close', (code) => {
    closed = code;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  say({ type: 'connection_init', payload: authorization ? { authorization } : {} });
  await until(() => messages.length === 1);
  return {
    messages,
    closed: () => closed,
    subscribe: (id: string, payload: unknown) => say({ type: 'subscribe', id, payload }),
    of: (id: string) => messages.filter((message) => message.id === id),
  };
}
