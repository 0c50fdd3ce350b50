import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

export interface RawAnswer {
  message: string;
  code?: string;
  headers?: Record<string, string>;
}

/** Answers in the shape of all our answers on a connection that no HTTP server looks after any more, and ends it. Whoever is at the other end may be gone. */
export function answerRaw(
  stream: Duplex,
  status: number,
  { message, code = 'BAD_REQUEST', headers = {} }: RawAnswer,
): void {
  stream.on('error', () => stream.destroy());
  if (!stream.writable) {
    stream.destroy();
    return;
  }
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = {
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  // Else a client that never closes its side would keep the connection.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
