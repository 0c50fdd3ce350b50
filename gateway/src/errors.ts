import { BUSY } from '@mycelium/kit/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { CallContext } from './call-context.ts';
import { noteBounds } from './hostile.ts';

/** Nobody who can be believed. The request is refused, never taken for an anonymous one. */
export function unauthenticated(message = 'This token is not valid or has expired.'): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

/** A token that nobody who means well has. The client is told what it is told of any other; `what` is for the hostile log. */
export class ForgedToken extends GraphQLError {
  constructor(readonly what: string) {
    const { message, extensions } = unauthenticated();
    super(message, { extensions });
  }
}

/** A subgraph that cannot be reached, or does not answer in GraphQL. */
export function unavailable(service: string, reason: string, path?: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(`The subgraph ${service} is not available: ${reason.replace(/\.+$/, '')}.`, {
    path,
    extensions: { code: 'UNAVAILABLE', service },
  });
}

/** The refusal of more subscriptions than somebody may have open. */
export function tooManySubscriptions(limit: number, of = 'connection'): GraphQLError {
  return new GraphQLError(`This ${of} has ${limit} subscriptions open, which is the maximum.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit },
  });
}

const unexplained = new Set<unknown>([undefined, 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

/** Details of servers, for their logs only. */
const hidden = ['http', 'stacktrace', 'exception', 'debug', 'serviceName', 'response'];

/** What clients are told: our codes and no internals. What has no code is logged with its stack and shown as `INTERNAL`; why a subgraph is away is for the log. */
export function presentErrors(
  errors: readonly GraphQLError[],
  caller: Pick<CallContext, 'log' | 'correlationId' | 'open'> & Partial<Pick<CallContext, 'address' | 'viewer'>>,
): GraphQLFormattedError[] {
  const { log, correlationId, open } = caller;
  noteBounds(errors, caller);
  return errors.map((error) => {
    const { message, path, locations } = error;
    const told = Object.fromEntries(Object.entries(error.extensions).filter(([key]) => !hidden.includes(key)));
    const service = error.extensions.serviceName ?? error.extensions.service;
    const place = { ...(locations && !service && { locations }), ...(path && { path }) };
    if (!unexplained.has(told.code) || (open && service)) {
      if (open) return { message, ...place, extensions: { ...told, service } };
      if (told.code !== 'UNAVAILABLE') return { message, ...place, extensions: told };
      if (told.reason === BUSY) {
        log.info({ path, service, correlationId }, 'a subgraph has too much to do');
        return {
          message: `The subgraph ${service} is busy; try again in a moment.`,
          ...place,
          extensions: { ...told, service },
        };
      }
      log.warn({ reason: message, path, service, correlationId }, 'a subgraph is away');
      return {
        message: `The subgraph ${service} is not available; try again in a moment.`,
        ...place,
        extensions: { ...told, service },
      };
    }
    log.error({ err: error.originalError ?? error, path, service, correlationId }, 'an error without a code');
    return {
      message: 'Something went wrong on our side.',
      ...place,
      extensions: { code: 'INTERNAL', correlationId },
    };
  });
}

/** Whether subgraphs were away and left nothing to show. */
export function isUnanswered(result: { data?: unknown; errors?: readonly GraphQLFormattedError[] }): boolean {
  if (!result.errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) return false;
  if (!result.data) return true;
  return Object.entries(result.data).every(([key, value]) => value === null || key === '__typename');
}

/** The status of HTTP that an error of ours carries in its extension `http`. */
export function statusIn(http: unknown): number | undefined {
  if (typeof http !== 'object' || http === null || !('status' in http)) return undefined;
  return typeof http.status === 'number' ? http.status : undefined;
}
