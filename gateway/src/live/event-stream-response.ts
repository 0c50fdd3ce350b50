import type { FastifyReply } from 'fastify';
import type { Pipe } from './slow-reader.ts';

/** A response that stays open. */
export interface Response extends Pipe {
  /** Writes a last word; later ones are not heard. */
  end(text: string): void;
  onClose(listener: () => void): void;
}

/** What is written, as graphql-sse has it for distinct connections. */
export const frames = {
  next: (payload: string, cursor?: string) =>
    `event: next\n${cursor === undefined || /[\n\r\0]/.test(cursor) ? '' : `id: ${cursor}\n`}data: ${payload}\n\n`,
  complete: 'event: complete\ndata:\n\n',
  retry: (milliseconds: number) => `retry: ${milliseconds}\n\n`,
  keepAlive: ':\n\n',
};

/** Takes a reply over from Fastify, with the headers that it has by now. */
export function openResponse(reply: FastifyReply): Response {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.write(frames.keepAlive);
  const isOpen = () => !raw.writableEnded && !raw.destroyed;
  return {
    buffered: () => (isOpen() ? raw.writableLength : 0),
    write(text) {
      if (isOpen()) raw.write(text);
    },
    end(text) {
      if (isOpen()) raw.end(text);
    },
    abandon: () => void raw.destroy(),
    onDrain(listener) {
      raw.on('drain', listener);
      return () => raw.off('drain', listener);
    },
    onClose: (listener) => void raw.once('close', listener),
  };
}
