import type { Server } from 'node:http';
import { GraphQLError } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import { callOf, POSITION_EXTENSION, type SubgraphCall } from './call.ts';
import { keepDigits } from './exact-json.ts';
import { noteHostile } from './hostile.ts';
import type { Logger } from './log.ts';
import { readCall } from './read-call.ts';
import { CONNECTION_INIT_MS, openSockets } from './sockets.ts';
import type { OpenSubgraph } from './subgraph.ts';
import { CONTEXT_FORGED } from './viewer.ts';

const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
const GOING_AWAY = 1001;

/** Speaks graphql-ws with gateways, on the upgrade requests of a server. */
export function serveSubscriptions(
  server: Server,
  subgraph: Pick<OpenSubgraph, 'schema' | 'execute' | 'subscribe'>,
  log: Logger,
): { close(): Promise<void> } {
  const protocol = makeServer<Record<string, unknown>, { address: string }>({
    jsonMessageReviver: keepDigits,
    connectionInitWaitTimeout: CONNECTION_INIT_MS,
    // graphql-ws needs the document to tell the kind of operation; the subgraph validates and executes it itself, under the context in the message.
    onSubscribe: (_context, _id, { query, variables, operationName, extensions }) => {
      try {
        return {
          schema: subgraph.schema,
          document: readCall(query, subgraph.schema),
          operationName: operationName ?? undefined,
          contextValue: {
            ...callOf({ query, variables, operationName }, extensions?.context),
            tellPosition: extensions?.[POSITION_EXTENSION] === true,
          },
        };
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    execute: ({ contextValue }) => subgraph.execute(contextValue as SubgraphCall),
    subscribe: ({ contextValue }) => subgraph.subscribe(contextValue as SubgraphCall),
    onOperation({ extra }, _id, _payload, _args, result) {
      if (!('errors' in result) || result.errors?.[0]?.extensions.reason !== CONTEXT_FORGED) return;
      noteHostile(log, { what: 'a call that no gateway has signed', from: extra.address });
    },
  });

  const sockets = openSockets(server, {
    log,
    maxPayload: MAX_MESSAGE_BYTES,
    addressOf: (request) => request.socket.remoteAddress ?? 'unknown',
    onSocket(socket, request) {
      const closed = protocol.opened(
        {
          protocol: socket.protocol,
          send: async (text) => {
            if (socket.readyState === socket.OPEN) socket.send(text);
          },
          close: (code, reason) => socket.close(code, reason),
          onMessage: (handle) =>
            socket.on('message', (data) => {
              handle(String(data)).catch((error: unknown) => {
                log.error({ err: error }, 'a socket message failed');
                socket.close(CloseCode.InternalServerError, 'Internal server error');
              });
            }),
        },
        { address: request.socket.remoteAddress ?? 'unknown' },
      );
      socket.once('close', (code, reason) => {
        closed(code, String(reason)).catch((error: unknown) =>
          log.error({ err: error }, 'a socket did not close well'),
        );
      });
    },
  });

  return {
    async close() {
      sockets.refuseNew();
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
      await sockets.gone();
    },
  };
}
