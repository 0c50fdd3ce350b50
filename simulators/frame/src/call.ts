import type { IncomingMessage } from 'node:http';
import type { Page, PageAsked } from './page.ts';
import { Refusal } from './reply.ts';

/** What somebody asks of the vendor. */
export interface Call {
  method: string;
  path: string;
  /** What stands in the path where the route has a `:name`. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  /** JSON and forms as what they say; of anything else see `raw`. */
  body: unknown;
  raw: Buffer;
  /** A page of a list, which may be the one that was just given, when such a fault is ordered. */
  page<Thing extends { id: string }>(list: readonly Thing[], asked: PageAsked): Page<Thing>;
}

export type Route = (call: Call) => unknown;

const MOST_BYTES = 64 * 1024 * 1024;

/** The route, like `GET /orders/:id`, that this method and path ask for. */
export function findRoute<Handler>(
  routes: Record<string, Handler>,
  method: string,
  path: string,
): { route: Handler; params: Record<string, string> } | undefined {
  for (const [pattern, route] of Object.entries(routes)) {
    const params = match(pattern, `${method} ${path}`);
    if (params) return { route, params };
  }
  return undefined;
}

function match(pattern: string, asked: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = asked.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== text) return undefined;
    } else if (text === '') return undefined;
    else params[part.slice(1)] = decoded(text);
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, 'This path is none.');
  }
}

export async function readRaw(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) throw new Refusal(413, 'This is too much.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** What a body says; without a type it is taken for JSON. */
export function bodyOf(raw: Buffer, contentType = 'application/json'): unknown {
  if (raw.length === 0) return undefined;
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(raw.toString()));
  if (!/json|text\/plain/.test(contentType)) return undefined;
  try {
    return JSON.parse(raw.toString());
  } catch {
    if (contentType.startsWith('text/plain')) return raw.toString();
    throw new Refusal(400, 'This is no JSON.');
  }
}
