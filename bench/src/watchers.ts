import { WebSocket } from 'ws';

/** Many screens in one process: each a socket with one subscription; counts what arrives and how late. */
const sockets: WebSocket[] = [];
let received = 0;
let latencies: number[] = [];
let sample = '';

process.on(
  'message',
  async (message: { connect?: { url: string; count: number; query?: string }; report?: true; reset?: true }) => {
    if (message.connect) {
      await connectAll(message.connect);
      process.send?.({ connected: sockets.length });
    }
    if (message.reset) {
      received = 0;
      latencies = [];
      process.send?.({ reset: true });
    }
    if (message.report) process.send?.({ report: { received, latencies, sample } });
  },
);
process.send?.({ ready: true });

const AT_ONCE = 200;

async function connectAll({ url, count, query }: { url: string; count: number; query?: string }): Promise<void> {
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, () => connect(url, query)));
  }
}

function connect(url: string, query: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
    sockets.push(socket);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"next"')) return note(text);
      if (text.includes('"ping"')) return socket.send('{"type":"pong"}');
      if (!text.includes('connection_ack')) throw new Error(`A screen was told ${text.slice(0, 300)}`);
      if (query) socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      return resolve();
    });
  });
}

function note(text: string): void {
  received += 1;
  if (text.includes('"errors"')) throw new Error(`A screen was told ${text.slice(0, 300)}`);
  const at = /"at":"(\d+)"/.exec(text)?.[1];
  if (at) latencies.push(Date.now() - Number(at));
  sample = text;
}
