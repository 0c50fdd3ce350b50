import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A subgraph with a subscription of its own, behind a socket that does what the test says with each connection. */
export async function openWeather(name: string, onSocket: (socket: WebSocket) => void) {
  const server = createServer((_request, response) => response.end('nothing'));
  const raw = new Set<Socket>();
  server.on('connection', (socket) => raw.add(socket));
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', onSocket);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    sdl: `type Query { ${name}: Int } type Subscription { ${name}Falls: ${name}Fall } type ${name}Fall { depth: Int! place: String! }`,
    close() {
      for (const socket of raw) socket.destroy();
      server.close();
    },
  };
}

/** Acknowledges, and answers the first `subscribe` with these messages. */
export const answering =
  (...messages: ((id: string) => unknown)[]) =>
  (socket: WebSocket): void => {
    socket.on('message', (data) => {
      const { type, id } = JSON.parse(String(data));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'subscribe') return;
      for (const message of messages) {
        const text = message(id);
        socket.send(typeof text === 'string' ? text : JSON.stringify(text));
      }
    });
  };
