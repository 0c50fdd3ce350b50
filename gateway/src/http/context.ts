import type { IncomingHttpHeaders } from 'node:http';
import { anonymous } from '@mycelium/kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { CallContext } from '../call-context.ts';
import type { Identity } from '../caller/auth.ts';
import type { Origin } from '../origin.ts';
import type { DocumentMode } from '../persisted/documents.ts';

/** The header in which an answer says what the operation may cost, where free documents run. */
const COST_HEADER = 'x-graphql-cost';

interface Options {
  log: Logger;
  open: boolean;
  mode: DocumentMode;
  nameClient(origin: Origin | undefined, headers: IncomingHttpHeaders): string;
}

/** What is found out about requests over HTTP on their way: who asks, and where the text of the operation came from. */
export interface HttpContexts {
  identify(request: FastifyRequest, identity: Identity): void;
  identityOf(request: FastifyRequest): Identity;
  place(request: FastifyRequest, origin: Origin): void;
  /** What travels with its operation; the log line of the request has it too. */
  contextOf(request: FastifyRequest, reply: FastifyReply, operation?: string): CallContext;
}

export function createHttpContexts({ log, open, mode, nameClient }: Options): HttpContexts {
  const identities = new WeakMap<FastifyRequest, Identity>();
  const origins = new WeakMap<FastifyRequest, Origin>();
  const identityOf = (request: FastifyRequest) => identities.get(request) ?? { viewer: anonymous };
  return {
    identify: (request, identity) => void identities.set(request, identity),
    identityOf,
    place: (request, origin) => void origins.set(request, origin),
    contextOf(request, reply, operation = operationNameIn(request.body)) {
      const { viewer } = identityOf(request);
      const origin = origins.get(request);
      const { kind, id: viewerId, tenantId } = viewer;
      const { client, documentId } = origin ?? {};
      const told = { viewer: kind, viewerId: viewerId || undefined, tenantId, client, documentId, operation };
      request.told = told;
      request.client = nameClient(origin, request.headers);
      return {
        viewer,
        correlationId: request.id,
        address: request.ip,
        log,
        open,
        origin,
        told,
        asksCost: mode === 'free' && request.headers[COST_HEADER] !== undefined,
        headers: request.headers,
        answerWith(name, value) {
          reply.header(name, value);
        },
        onGone(listener) {
          reply.raw.once('close', listener);
        },
      };
    },
  };
}

function operationNameIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('operationName' in body)) return undefined;
  return typeof body.operationName === 'string' ? body.operationName : undefined;
}
