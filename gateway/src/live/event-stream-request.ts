import { parseExact } from '@mycelium/kit/exact-json';
import { bounds } from '@mycelium/schema/read-document';
import type { FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { z } from 'zod';

const object = z.record(z.string(), z.unknown()).nullish();
const payloadSchema = z.looseObject({
  query: z.string().optional(),
  operationName: z.string().nullish(),
  variables: object,
  extensions: object,
});

/** Whether a request is to be answered with events: it accepts nothing else that we have, or it subscribes. Clients that name all they can read get JSON for the rest. */
export function wantsEvents({ method, headers, body, raw }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  if (!accept.includes('text/event-stream')) return false;
  if (!/application\/(graphql-response\+)?json|\*\/\*/.test(accept)) return true;
  return subscribes(method === 'GET' ? fromQuery(raw.url ?? '') : body);
}

function subscribes(request: unknown): boolean {
  const { query, operationName } =
    z.object({ query: z.string(), operationName: z.string().nullish() }).safeParse(request).data ?? {};
  if (!query?.includes('subscription')) return false;
  try {
    return getOperationAST(parse(query, { maxTokens: bounds.tokens }), operationName)?.operation === 'subscription';
  } catch {
    return false;
  }
}

/** What `subscribe` would carry on a socket. `Last-Event-ID` is what a browser says when it comes back. */
export function payloadOf(request: FastifyRequest): SubscribePayload | undefined {
  const given = request.method === 'GET' ? fromQuery(request.raw.url ?? '') : request.body;
  const parsed = payloadSchema.safeParse(given);
  if (parsed.data?.query === undefined) return undefined;
  const lastEvent = request.headers['last-event-id'];
  const { query, variables, operationName, extensions } = parsed.data;
  const position = typeof lastEvent === 'string' && lastEvent !== '' ? { after: lastEvent } : {};
  return { ...parsed.data, query, variables, operationName, extensions: { ...extensions, ...position } };
}

/** Reads a request from the address as it is by now: what was asked by its id stands there as text. */
function fromQuery(url: string): unknown {
  const { searchParams } = new URL(url, 'http://gateway');
  return Object.fromEntries(
    [...searchParams].map(([name, value]) =>
      name === 'variables' || name === 'extensions' ? [name, parseJson(value)] : [name, value],
    ),
  );
}

/** What is no JSON is left as it is, and is refused as no object. */
function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return text;
  }
}
