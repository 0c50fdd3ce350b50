import { POSITION_EXTENSION, positionIn } from '@mycelium/kit/call';
import { keepDigits } from '@mycelium/kit/exact-json';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createChannel } from '../channel.ts';
import { type EventSource, Garbled, Refused } from './event-source.ts';

const PING_MS = 10_000;
const PONG_MS = 5_000;
const LINGER_MS = 1_000;
/** A server that accepts a connection and then says nothing is away. */
const OPENING_MS = 5_000;
/** Within this, errors without data and a `complete` are one refusal: most servers say it so. Alone they are an event that has failed. */
const REFUSAL_MS = 500;
/** Events of one upstream that may wait to be completed. */
const MAX_WAITING = 1_000;

/** A class of sockets whose upgrade requests carry these headers. */
function impatientSocket(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { handshakeTimeout: OPENING_MS, headers });
    }
  };
}

/** The subscriptions of one remote subgraph, all over one socket that is open while there are any. */
export function remoteEvents(url: string, headers: Record<string, string>): EventSource & { close(): Promise<void> } {
  let isOpen = false;
  let overdue: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();
  const client = createClient({
    url,
    jsonMessageReviver: keepDigits,
    webSocketImpl: impatientSocket(headers),
    connectionAckWaitTimeout: OPENING_MS,
    // Coming back is our business: with back-off, a fresh context and a position to resume from.
    retryAttempts: 0,
    lazyCloseTimeout: LINGER_MS,
    keepAlive: PING_MS,
    on: {
      connected: () => {
        isOpen = true;
        for (const resolve of waiting) resolve();
        waiting.clear();
      },
      closed: () => {
        isOpen = false;
        clearTimeout(overdue);
      },
      // A server that vanished without a word would never close the socket.
      ping: (received) => {
        if (!received) overdue = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
    },
  });

  return {
    async subscribe({ context, tellPosition, ...operation }) {
      let failed: (error: Error) => void = () => {};
      const failure = new Promise<never>((_resolve, reject) => {
        failed = reject;
      });
      failure.catch(() => {});
      const channel = createChannel<ExecutionResult>(() => {
        clearTimeout(held?.timer);
        stop();
      });
      let held: { errors: readonly GraphQLError[]; timer: NodeJS.Timeout } | undefined;
      const letGo = () => {
        if (!held) return;
        clearTimeout(held.timer);
        channel.push({ errors: held.errors });
        held = undefined;
      };
      const stop = client.subscribe<Record<string, unknown>>(
        {
          ...operation,
          extensions: { ...(context && { context }), ...(tellPosition && { [POSITION_EXTENSION]: true }) },
        },
        {
          next: (message) => {
            letGo();
            const result = asResult(message);
            if (result.data === undefined && result.errors) {
              held = { errors: result.errors, timer: setTimeout(letGo, REFUSAL_MS).unref() };
              return;
            }
            channel.push(result);
            if (channel.size() < MAX_WAITING) return;
            // What waits is still read; then the upstream comes back to where it was.
            channel.fail(new Error('its events came faster than they could be completed'));
            stop();
          },
          error: (cause) => {
            letGo();
            if (isErrors(cause)) return channel.fail(new Refused(cause.map(asGraphQLError)));
            failed(lost(cause));
            channel.fail(lost(cause));
          },
          complete: () => {
            if (!held) return channel.end();
            clearTimeout(held.timer);
            channel.fail(new Refused(held.errors));
          },
        },
      );
      if (!isOpen) await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), failure]);
      return channel.iterator;
    },
    close: async () => {
      await client.dispose();
    },
  };
}

function isErrors(cause: unknown): cause is readonly GraphQLFormattedError[] {
  return Array.isArray(cause);
}

function asGraphQLError({ message, path, extensions }: Partial<GraphQLFormattedError>): GraphQLError {
  return new GraphQLError(String(message), { path, extensions });
}

/** What is no result at all becomes an event that has failed. */
function asResult({
  data,
  errors,
  extensions,
}: FormattedExecutionResult<Record<string, unknown>, unknown>): ExecutionResult {
  const result = {
    data,
    errors: errors === undefined ? undefined : listOf(errors),
    ...(isRecord(extensions) && { extensions }),
  };
  if (data !== undefined || errors !== undefined || positionIn(result) !== undefined) return result;
  return { data: null, errors: [new GraphQLError('An event has neither data nor errors.')] };
}

function listOf(errors: unknown): GraphQLError[] {
  if (!Array.isArray(errors)) return [new GraphQLError('The errors of an event are not a list.')];
  return errors.map((error) => asGraphQLError(isRecord(error) ? error : { message: String(error) }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The socket's end has a code; an error without one is about a message that could not be read. */
function lost(cause: unknown): Error {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  if (cause instanceof Error) return code === undefined ? new Garbled(cause.message) : cause;
  return new Error(`its socket closed (${code ?? 'unknown'})`);
}
