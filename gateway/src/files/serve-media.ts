import { NoSuchFile, type Range } from '@mycelium/kit/files/file-store';
import type { Files } from '@mycelium/kit/files/files';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerHeaders } from '../http/headers.ts';

const NAME = /^[0-9a-f]{64}-\d{3,4}\.webp$/;

/** Pictures, for everybody and for good: what lies under a name never changes. */
const mediaHeaders = {
  ...answerHeaders,
  'cache-control': 'public, max-age=31536000, immutable',
  // Web sites of tenants show them too.
  'cross-origin-resource-policy': 'cross-origin',
  'accept-ranges': 'bytes',
};

/** Serves `/media/<name>`: whole, in a range, or its headers alone. Its address is written in one way, so that what refers to it is found by it. */
export function serveMedia(app: FastifyInstance, files: Files): void {
  app.route<{ Params: { name: string } }>({
    method: ['GET', 'HEAD'],
    url: '/media/:name',
    helmet: false,
    handler: async (request, reply) => {
      const { name } = request.params;
      const isOurs = NAME.test(name) && request.url.split('?')[0] === `/media/${name}`;
      const answered = isOurs && (await answerWith(request, reply, name, files));
      return answered || app.answerUnrouted(request, reply);
    },
  });
}

/** Answers with a picture; undefined where there is none of this name, or no longer. */
async function answerWith(request: FastifyRequest, reply: FastifyReply, name: string, files: Files) {
  const found = await files.find(`media/${name}`);
  if (!found) return undefined;
  const { bytes } = found;
  const headers = { ...mediaHeaders, etag: `"${name}"` };
  if (request.headers['if-none-match'] === `"${name}"`) return reply.headers(headers).code(304).send();
  const range = rangeOf(request.headers.range, bytes);
  if (range === 'outside')
    return reply
      .code(416)
      .headers({ ...headers, 'content-range': `bytes */${bytes}`, 'cache-control': 'no-store' })
      .send();
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  // Node sends no body for HEAD.
  const body = request.method === 'HEAD' ? '' : await files.read(found.name, range).catch(unlessGone);
  if (body === undefined) return undefined;
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  return reply
    .headers({ ...headers, 'content-length': end - start + 1 })
    .type('image/webp')
    .send(body);
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof NoSuchFile)) throw error;
}

/** One range of bytes, as RFC 9110 writes it; what is written otherwise is as if it were not there. */
function rangeOf(header: string | undefined, bytes: number): Range | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start >= bytes ? 'outside' : { start, end };
}
