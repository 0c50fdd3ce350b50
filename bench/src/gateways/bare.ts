import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** A ws server that does no GraphQL: the physical limit of connections and of sending. Each `connection_init` is acknowledged, and what the parent says goes to all. */
const server = createServer();
const sockets = new WebSocketServer({ server, path: '/graphql', handleProtocols: () => 'graphql-transport-ws' });
sockets.on('connection', (socket) => {
  socket.once('message', () => socket.send('{"type":"connection_ack"}'));
});
process.on('message', ({ publish = 0 }: { publish?: number }) => {
  for (let event = 0; event < publish; event += 1) {
    const message = JSON.stringify({
      id: '1',
      type: 'next',
      payload: { data: { priceChanged: { at: String(Date.now()) } } },
    });
    for (const socket of sockets.clients) socket.send(message);
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
process.send?.({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql` });
