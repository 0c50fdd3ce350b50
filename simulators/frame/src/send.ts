import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reply } from './reply.ts';

interface Written {
  type: string;
  bytes: Buffer;
}

/** As it is meant. */
export async function send(response: ServerResponse, { status, body, headers = {} }: Reply): Promise<void> {
  if (isStream(body)) {
    response.writeHead(status, { 'content-type': 'text/event-stream', ...headers });
    return pipeline(Readable.from(body), response);
  }
  const { type, bytes } = written(body);
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers }).end(bytes);
}

/** The first half of it: as if that were all, or of the length that the whole has, and then the line breaks. */
export async function sendPart(
  response: ServerResponse,
  { status, body, headers = {} }: Reply,
  as: 'whole' | 'broken',
) {
  const { type, bytes } = isStream(body) ? await firstOf(body) : written(body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const length = as === 'whole' ? half.length : bytes.length;
  response.writeHead(status, { 'content-type': type, 'content-length': length, ...headers });
  if (as === 'whole') return void response.end(half);
  await new Promise((resolve) => response.write(half, resolve));
  response.destroy();
}

function written(body: unknown): Written {
  if (body === undefined) return { type: 'application/json', bytes: Buffer.alloc(0) };
  if (Buffer.isBuffer(body)) return { type: 'application/octet-stream', bytes: body };
  if (typeof body === 'string') return { type: 'text/plain; charset=utf-8', bytes: Buffer.from(body) };
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
}

async function firstOf(body: AsyncIterable<string | Buffer>): Promise<Written> {
  for await (const piece of body) return { type: 'text/event-stream', bytes: Buffer.from(piece) };
  return { type: 'text/event-stream', bytes: Buffer.alloc(0) };
}

function isStream(body: unknown): body is AsyncIterable<string | Buffer> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
