import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Response } from '../answer/respond.ts';
import { keyOfOperation } from '../operation/prepare.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { retryAfterOf, statusOf } from './status.ts';

/** A query or mutation that was asked before. */
interface AskedAgain {
  operation: Operation;
  variables: Record<string, unknown>;
  contentType: string;
}

/**
 * The operation of an ordinary POST, when this runtime has seen it before. Such a request goes past Apollo's server,
 * which would only find out once more what is known; undefined for everything else.
 */
export function askedAgain(runtime: Runtime, { method, headers, body }: FastifyRequest): AskedAgain | undefined {
  const contentType = contentTypeFor(headers.accept);
  if (method !== 'POST' || !contentType || !isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || !isNameOrNone(operationName)) return undefined;
  if (!isRecordOrNone(variables) || !isRecordOrNone(extensions)) return undefined;
  const operation = runtime.operations.get(keyOfOperation(query, operationName));
  // What is deferred may be answered in parts.
  if (!operation || operation.definition.operation === 'subscription' || operation.defers) return undefined;
  return { operation, variables: variables ?? {}, contentType };
}

/** The answer as Apollo's server would send it. */
export function send(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { contentType }: AskedAgain,
  { status, result }: Response,
): FastifyReply {
  const { errors, data, extensions } = result;
  const code = statusOf(status, headers.accept, result) ?? 200;
  const retryAfter = retryAfterOf(code, errors);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(code).header('content-type', contentType).send(JSON.stringify({ errors, data, extensions }));
}

const types = ['application/graphql-response+json', 'application/json'];

/** The content type of an answer, for those who accept one of ours first, or anything. */
function contentTypeFor(accept = '*/*'): string | undefined {
  const type =
    accept === '*/*' ? 'application/json' : types.find((each) => accept === each || accept.startsWith(`${each},`));
  return type && `${type}; charset=utf-8`;
}

function isNameOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || (typeof value === 'string' && value !== '');
}

function isRecordOrNone(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
