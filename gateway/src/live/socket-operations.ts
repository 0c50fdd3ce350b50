import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CONNECTION_INIT_MS } from '@mycelium/kit/sockets';
import { GraphQLError } from 'graphql';
import type { ServerOptions, SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { CallContext } from '../call-context.ts';
import type { RateLimiter } from '../caller/rate-limiter.ts';
import { createChannel } from '../channel.ts';
import { presentErrors, tooManySubscriptions } from '../errors.ts';
import { isErrors } from '../operation/prepare.ts';
import type { Documents } from '../persisted/documents.ts';
import type { Registered } from '../persisted/registered.ts';
import type { Connection } from './connection.ts';
import type { LiveLimits } from './limits.ts';
import { type Listener, prepareRun, Refusal, type Runnable, type RunOptions } from './run.ts';
import { createOutlet, type Outlet, type Pipe, type SlowConsumers } from './slow-reader.ts';
import type { SocketIds } from './socket-ids.ts';
import { type OperationTrace, traceOperation } from './trace-operation.ts';

export interface OperationOptions extends RunOptions {
  documents: Documents;
  registered: Registered;
  rates: RateLimiter;
  log: Logger;
  open: boolean;
  slowConsumers: SlowConsumers;
  limits: LiveLimits;
}

/** A socket, as its operations know it. */
export interface SocketExtra {
  connection: Connection;
  pipe: Pipe;
  ids: SocketIds;
  /** Subscriptions that are open. */
  running: Set<string>;
  /** Whether there is room for this viewer; if not, the socket is closing. */
  enter(): boolean;
  address: string;
  /** The headers of the upgrade request that a rule forwards. */
  headers?: IncomingHttpHeaders;
}

/** What a `subscribe` message has become, on its way through graphql-ws. */
interface Started {
  runnable: Runnable;
  listener: Listener;
  trace: OperationTrace;
  /** Whether the client has not ended it meanwhile. */
  isWanted(): boolean;
}

/** graphql-ws speaks the protocol; these decide what its messages mean here. */
export function socketOperations(options: OperationOptions): ServerOptions<Record<string, unknown>, SocketExtra> {
  const { log, open, limits, slowConsumers, metrics } = options;
  const contexts = new WeakMap<object, CallContext>();

  return {
    connectionInitWaitTimeout: CONNECTION_INIT_MS,
    onConnect: async ({ connectionParams, extra }) => (await extra.connection.begin(connectionParams)) && extra.enter(),

    async onSubscribe({ extra }, id, payload) {
      const context: CallContext = {
        viewer: extra.connection.viewer(),
        correlationId: randomUUID(),
        address: extra.address,
        transport: 'socket',
        headers: extra.headers,
        log,
        open,
        told: { operation: payload.operationName },
      };
      contexts.set(payload, context);
      const trace = traceOperation(context.correlationId);
      const runnable = await trace.within(() => prepare(payload, context, options));
      const { connection, pipe, ids, running } = extra;
      const { correlationId, viewer } = context;
      const { client, documentId } = context.origin ?? {};
      const line = { correlationId, transport: 'socket', viewer: viewer.kind, client, documentId, ...context.told };
      if (isErrors(runnable)) {
        trace.end();
        log.info({ ...line, outcome: 'refused' }, 'operation');
        return [...runnable];
      }
      if (runnable.kind === 'subscription') {
        if (running.size >= limits.subscriptionsPerConnection) {
          trace.end();
          log.info({ ...line, outcome: 'refused' }, 'operation');
          return [tooManySubscriptions(limits.subscriptionsPerConnection)];
        }
        running.add(id);
      }
      log.info({ ...line, kind: runnable.kind, outcome: 'started' }, 'operation');
      const head = `{"id":${JSON.stringify(ids.theirs(id))},"type":"next","payload":`;
      let outlet: Outlet | undefined;
      const listener: Listener = {
        begin: (field) => {
          outlet = createOutlet(pipe, field, slowConsumers, metrics);
        },
        deliver: (text) => outlet?.push(`${head}${text}}`),
        end: () => outlet?.end(),
        onViewer: connection.onViewer,
      };
      const started: Started = { runnable, listener, trace, isWanted: () => ids.isWanted(id) };
      return {
        schema: options.runtime().api,
        document: runnable.document,
        operationName: payload.operationName,
        contextValue: started,
      };
    },
    execute: ({ contextValue }) => run(contextValue),
    subscribe: ({ contextValue }) => run(contextValue),

    // Results of queries come with their errors formatted; those of subscriptions do not come this way at all.
    onNext: (_context, _id, _payload, _args, result) => result,
    onComplete({ extra }, id) {
      extra.running.delete(id);
      extra.ids.free(id);
    },
    onError({ extra }, id, payload, errors) {
      extra.running.delete(id);
      extra.ids.free(id);
      const [first] = errors;
      const cause = first && 'originalError' in first ? first.originalError : undefined;
      if (cause instanceof Refusal) return cause.told;
      return presentErrors(
        errors as readonly GraphQLError[],
        contexts.get(payload) ?? { log, open, correlationId: randomUUID() },
      );
    },
  };
}

async function prepare(payload: SubscribePayload, context: CallContext, options: OperationOptions) {
  try {
    await options.rates.take(context.viewer, context.address ?? '');
    context.viewer = await options.registered.narrow(context.viewer);
    const resolved = await options.documents.resolve(payload, context.viewer);
    context.origin = resolved?.origin;
    return prepareRun({ ...payload, query: resolved?.query ?? payload.query }, context, options);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function run(started: unknown) {
  // What `onSubscribe` above has put there.
  const { runnable, listener, trace, isWanted } = started as Started;
  if (!isWanted()) {
    trace.end();
    return ended();
  }
  const running = trace.within(() => runnable.run(listener));
  running.finally(trace.end).catch(() => {});
  return running;
}

/** An iterator that has ended, for an operation that never began since nobody waits for it any more. */
function ended(): AsyncIterableIterator<never> {
  const { iterator, end } = createChannel<never>(() => {});
  end();
  return iterator;
}
