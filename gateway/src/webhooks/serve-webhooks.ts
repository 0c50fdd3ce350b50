import type { KeyObject } from 'node:crypto';
import { type DoorAnswer, signDelivery } from '@mycelium/kit/doors/delivery';
import { noteHostile } from '@mycelium/kit/hostile';
import { refuse } from '@mycelium/kit/unrouted';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Subgraph } from '../calls/subgraph.ts';
import { MAX_BODY_BYTES } from '../http/server.ts';
import { type Refused, takeTurns } from './turns.ts';

/** Where vendors notify subgraphs, by the name in the address. */
export type Doors = Readonly<Record<string, { subgraph: string; mostBytes?: number }>>;

interface Options {
  doors: Doors;
  /** Where the world reaches us. */
  publicUrl?: string;
  key: KeyObject;
  log: Logger;
  current(): { subgraphs: ReadonlyMap<string, Pick<Subgraph, 'deliver'>> };
}

const DEFAULT_URL = 'http://127.0.0.1:4000';

/** `/webhooks/{door}/{connectionId}`: hands on what a vendor sends, byte by byte, to the subgraph that knows whether to believe it. */
export async function serveWebhooks(app: FastifyInstance, options: Options): Promise<void> {
  const turns = takeTurns();
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const [door, { subgraph, mostBytes = MAX_BODY_BYTES }] of Object.entries(options.doors))
      scope.route<{ Params: { connectionId: string } }>({
        method: ['GET', 'POST'],
        url: `/webhooks/${door}/:connectionId`,
        bodyLimit: mostBytes,
        async handler(request, reply) {
          const { connectionId } = request.params;
          const who = { connection: `${door} ${connectionId}`, address: request.ip };
          if (turns.isTooMuch(who)) return refuseMany(request, reply, who, options.log);
          const answer = await deliver(options, subgraph, door, connectionId, request);
          const isThrottled = turns.count(who, answer.status);
          noteRefusal(options.log, who, answer.status);
          return isThrottled ? refuseMany(request, reply, who, options.log) : send(reply, answer);
        },
      });
  });
}

async function deliver(
  { publicUrl = DEFAULT_URL, key, current, log }: Options,
  subgraph: string,
  door: string,
  connectionId: string,
  request: FastifyRequest,
): Promise<DoorAnswer> {
  const { body, headers, id, originalUrl, method } = request;
  const delivery = {
    door,
    connectionId,
    method: method === 'POST' ? ('POST' as const) : ('GET' as const),
    url: publicUrl.replace(/\/$/, '') + originalUrl,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])),
    correlationId: id,
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
  const home = current().subgraphs.get(subgraph);
  try {
    if (home) return await home.deliver(() => signDelivery(delivery, subgraph, key));
  } catch (error) {
    log.warn({ err: error, door, correlationId: id }, 'a webhook found nobody, and will come again');
  }
  return { status: 503, retryAfter: 5 };
}

/** What is logged: nobody who means well comes to a connection that is not there, or without its secret. */
function noteRefusal(log: Logger, { connection, address }: Refused, status: number): void {
  if (status === 401)
    noteHostile(log, { what: 'a webhook that is not signed', from: connection, details: { address } });
  if (status === 404) noteHostile(log, { what: 'a webhook of no connection', from: address, details: { connection } });
}

function refuseMany(request: FastifyRequest, reply: FastifyReply, { connection, address }: Refused, log: Logger) {
  const details = { address, correlationId: request.id };
  noteHostile(log, { what: 'more webhooks than a connection may send', from: connection, details });
  reply.header('retry-after', '60');
  return refuse(reply, 429, 'Too many requests; wait a minute.', 'RATE_LIMITED');
}

function send(reply: FastifyReply, { status, text, retryAfter }: DoorAnswer): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (status < 300)
    return reply
      .code(status)
      .type('text/plain; charset=utf-8')
      .send(text ?? '');
  const [message, code] = refusals[status] ?? ['Come again later.', 'UNAVAILABLE'];
  return refuse(reply, status, message, code);
}

const refusals: Partial<Record<number, [message: string, code: string]>> = {
  400: ['What was signed cannot be understood.', 'BAD_REQUEST'],
  401: ['This is not signed with the secret of this connection.', 'UNAUTHENTICATED'],
  403: ['This challenge is not ours.', 'FORBIDDEN'],
  404: ['There is no such connection.', 'NOT_FOUND'],
};
