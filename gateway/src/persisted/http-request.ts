import type { Viewer } from '@mycelium/kit/viewer';
import type { FastifyRequest } from 'fastify';
import type { Origin } from '../origin.ts';
import type { Documents } from './documents.ts';

/** Puts the text in the place of the id, so that what follows sees an ordinary request; answers where the text came from. */
export async function resolveRequest(
  request: FastifyRequest,
  documents: Documents,
  viewer: Viewer,
): Promise<Origin | undefined> {
  if (request.method === 'GET') return resolveGet(request, documents, viewer);
  const { body } = request;
  if (!isRecord(body)) return undefined;
  const resolved = await documents.resolve(body, viewer);
  if (!resolved) return undefined;
  const { documentId: _documentId, extensions, ...rest } = body;
  request.body = {
    ...rest,
    query: resolved.query,
    ...(extensions !== undefined && { extensions: withoutPersisted(extensions) }),
  };
  return resolved.origin;
}

async function resolveGet(request: FastifyRequest, documents: Documents, viewer: Viewer): Promise<Origin | undefined> {
  const { pathname, searchParams: parameters } = new URL(request.url, 'http://gateway');
  const extensions = parsedJson(parameters.get('extensions'));
  const asked = { query: parameters.get('query'), documentId: parameters.get('documentId'), extensions };
  const resolved = await documents.resolve(asked, viewer);
  if (!resolved) return undefined;
  if (asked.query !== resolved.query) parameters.set('query', resolved.query);
  parameters.delete('documentId');
  if (isRecord(extensions)) parameters.set('extensions', JSON.stringify(withoutPersisted(extensions)));
  // Apollo's integration reads the parameters from the address.
  request.raw.url = `${pathname}?${parameters}`;
  return resolved.origin;
}

/** The text of the operation that a request asks, where it has one. */
export function textOf({ raw, body }: FastifyRequest): string | undefined {
  const isGet = raw.method === 'GET';
  const query = isGet
    ? new URL(raw.url ?? '', 'http://gateway').searchParams.get('query')
    : isRecord(body) && body.query;
  return typeof query === 'string' ? query : undefined;
}

function withoutPersisted(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions;
  const { persistedQuery: _persistedQuery, ...rest } = extensions;
  return rest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsedJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
