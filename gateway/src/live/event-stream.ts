import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { CallContext } from '../call-context.ts';
import { type Auth, type Identity, isAbout } from '../caller/auth.ts';
import type { Revocations } from '../caller/revocations.ts';
import { presentErrors, unavailable } from '../errors.ts';
import { noteBounds } from '../hostile.ts';
import { isErrors } from '../operation/prepare.ts';
import { isRefusedNow } from './connection.ts';
import { endOneByOne } from './drain.ts';
import { payloadOf } from './event-stream-request.ts';
import { frames, openResponse, type Response } from './event-stream-response.ts';
import type { Turnstile } from './limits.ts';
import { prepareRun, Refusal, type Runnable, type RunOptions } from './run.ts';
import { createOutlet, type Outlet, type SlowConsumers } from './slow-reader.ts';

interface Options extends RunOptions {
  auth: Auth;
  revocations: Revocations;
  log: Logger;
  slowConsumers: SlowConsumers;
  turnstile: Turnstile;
  drainMs: number;
}

interface Stream {
  identity: Identity;
  token: string | undefined;
  response: Response;
  /** Ends it with errors, and the client should not come back as it is. */
  refuse(errors: readonly GraphQLFormattedError[]): void;
}

export interface EventStreams {
  serve(request: FastifyRequest, reply: FastifyReply, identity: Identity, context: CallContext): Promise<unknown>;
  close(): Promise<void>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const KEEP_ALIVE_MS = 12_000;
const RETRY_MS = 1_000;
/** Nobody knows when one of the connections that are open will close. */
const RETRY_SECONDS = 10;

/** Serves operations as server-sent events, each on a response of its own; see PROTOCOL.md. */
export function serveEventStreams(options: Options): EventStreams {
  const { auth, revocations, metrics, slowConsumers, turnstile, drainMs } = options;
  const streams = new Set<Stream>();
  let isClosing = false;

  revocations.listen((id) => {
    for (const stream of streams) void endIfRevoked(stream, id, auth);
  });
  const keepAlive = setInterval(() => {
    for (const { response } of streams) response.write(frames.keepAlive);
  }, KEEP_ALIVE_MS);

  const stream = async (response: Response, runnable: Runnable, stream: Stream): Promise<void> => {
    streams.add(stream);
    const expiry = awaitExpiry(stream);
    let outlet: Outlet | undefined;
    try {
      const answer = await runnable.run({
        begin: (field) => {
          outlet = createOutlet(response, field, slowConsumers, metrics);
        },
        deliver: (text, cursor) => outlet?.push(frames.next(text, cursor)),
        end: () => outlet?.end(),
      });
      if (!(Symbol.asyncIterator in answer)) response.write(frames.next(JSON.stringify(answer)));
      else {
        response.onClose(() => void answer.return?.());
        for await (const result of answer) response.write(frames.next(JSON.stringify(result)));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.write(frames.next(JSON.stringify({ errors: error.told })));
    } finally {
      clearTimeout(expiry);
      streams.delete(stream);
      response.end(frames.complete);
    }
  };

  return {
    async serve(request, reply, identity, context) {
      if (isClosing) throw unavailable('gateway', 'it is closing');
      const payload = payloadOf(request);
      if (!payload) return refuse(reply, 400, 'This is not a GraphQL request.', 'BAD_REQUEST');
      const { id: viewerId, tenantId } = identity.viewer;
      const entered = turnstile.enter({ viewerId, tenantId, address: request.ip });
      if (typeof entered === 'string') {
        noteBounds([{ extensions: { code: 'TOO_MANY_CONNECTIONS' } }], context);
        return refuse(reply.header('retry-after', RETRY_SECONDS), 429, `${entered}.`, 'TOO_MANY_CONNECTIONS');
      }

      const runnable = await prepareRun(payload, context, options);
      if (reply.raw.destroyed) {
        entered();
        return reply;
      }
      if (!isErrors(runnable) && runnable.kind === 'mutation' && request.method === 'GET') {
        entered();
        return refuse(reply.header('allow', 'POST'), 405, 'A mutation is a POST request.', 'BAD_REQUEST');
      }
      const response = openResponse(reply);
      metrics.connections.inc({ transport: 'events' });
      response.onClose(() => {
        entered();
        metrics.connections.dec({ transport: 'events' });
      });
      if (isErrors(runnable)) {
        response.end(frames.next(JSON.stringify({ errors: presentErrors(runnable, context) })) + frames.complete);
        return reply;
      }
      const told = (errors: readonly GraphQLFormattedError[]): void =>
        response.end(frames.next(JSON.stringify({ errors })) + frames.complete);
      stream(response, runnable, { identity, token: auth.tokenOf(request.headers), response, refuse: told }).catch(
        (error: unknown) => {
          const failure = new GraphQLError('', { originalError: error instanceof Error ? error : undefined });
          told(presentErrors([failure], context));
        },
      );
      return reply;
    },
    async close() {
      isClosing = true;
      await endOneByOne(streams, drainMs, ({ response }) =>
        response.end(frames.retry(RETRY_MS + Math.round(Math.random() * RETRY_MS))),
      );
      clearInterval(keepAlive);
    },
  };
}

function awaitExpiry({ identity: { expiresAt }, refuse }: Stream): NodeJS.Timeout | undefined {
  if (expiresAt === undefined) return undefined;
  const left = Math.min(expiresAt - Date.now(), LONGEST_TIMER_MS);
  return setTimeout(() => refuse([unauthenticatedNow('The token has expired.')]), left);
}

async function endIfRevoked({ identity, token, refuse }: Stream, id: string | undefined, auth: Auth): Promise<void> {
  const isOver = id === undefined ? await isRefusedNow(auth, token) : isAbout(id, identity);
  if (isOver) refuse([unauthenticatedNow('Access was revoked.')]);
}

function unauthenticatedNow(message: string): GraphQLFormattedError {
  return { message, extensions: { code: 'UNAUTHENTICATED' } };
}

function refuse(reply: FastifyReply, status: number, message: string, code: string): FastifyReply {
  const { errors }: ExecutionResult = { errors: [new GraphQLError(message, { extensions: { code } })] };
  return reply.code(status).type('application/json; charset=utf-8').send({ errors });
}
