import { StoreFailure } from '@mycelium/kit/files/file-store';
import { noteHostile } from '@mycelium/kit/hostile';
import { refusalOf } from '@mycelium/kit/http-refusal';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { statusIn } from '../errors.ts';
import { noteBounds } from '../hostile.ts';
import { retryAfterOf } from './status.ts';

/** What ends a request before it is answered is answered as GraphQL reports errors, and nothing of ours that is for the log. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((thrown: FastifyError | GraphQLError | StoreFailure, request, reply) => {
    const error = thrown instanceof StoreFailure ? thrown.cause : thrown;
    if (error !== thrown) log.warn({ reason: thrown.message, correlationId: request.id }, 'files are away');
    const { status, told } = described(error, request);
    if (error instanceof GraphQLError) noteBounds([error], { log, correlationId: request.id, address: request.ip });
    const what = hostileStatuses.get(status);
    if (what)
      noteHostile(log, {
        what,
        from: request.ip,
        details: { correlationId: request.id, path: request.url.split('?')[0] },
      });
    if (status >= 500 && status !== 503) {
      log.error({ err: error, correlationId: request.id }, 'a request failed');
    }
    const retryAfter = retryAfterOf(status, [told]);
    // A limit has said so already.
    if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter);
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ errors: [told] });
  });
}

/** What no client of ours sends. */
const hostileStatuses = new Map([
  [413, 'a body that is too large'],
  [414, 'an address that is too long'],
]);

const statusByCode = new Map<unknown, number>([
  ['BAD_REQUEST', 400],
  ['UNAUTHENTICATED', 401],
  ['UNAVAILABLE', 503],
]);

function described(
  error: FastifyError | GraphQLError,
  request: FastifyRequest,
): { status: number; told: GraphQLFormattedError } {
  if (error instanceof GraphQLError) {
    const { http, ...extensions } = error.extensions;
    const status = statusIn(http) ?? statusByCode.get(extensions.code) ?? 500;
    if (status < 500 || status === 503 || status === 507)
      return { status, told: { message: error.message, extensions } };
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) {
    const { status, message, code } = refusalOf(error as FastifyError, request);
    return { status, told: { message, extensions: { code } } };
  }
  const extensions = { code: 'INTERNAL', correlationId: request.id };
  return { status, told: { message: 'Something went wrong on our side.', extensions } };
}
