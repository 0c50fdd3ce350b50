import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';

interface Sent {
  key: string;
  order: string;
  operation: string;
}

/** The server of a page that is nothing but an outbox: it keeps what comes, up to what it refuses, the same key once, in the order in which it came. */
export interface Desk {
  port: number;
  /** All that came, also again. */
  arrived: Sent[];
  /** What came of it: each key once. */
  kept(order?: string): string[];
  /** Of which operations it says no. */
  refused: Set<string>;
  /** As when the cable is out: connections are cut before the desk has taken anything, or when it has and before it said so. Busy, it wants to be asked in ten minutes. */
  manner: 'well' | 'cut' | 'silent' | 'busy';
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const script = await bundle();
  const desk = { arrived: [] as Sent[], refused: new Set<string>(), manner: 'well' as Desk['manner'] };
  const done = new Map<string, Sent>();
  const server: Server = createServer(async (request, response) => {
    if (request.url === '/send') {
      const sent: Sent[] = JSON.parse(await text(request));
      if (desk.manner === 'cut') return void request.socket.destroy();
      if (desk.manner === 'busy') return void response.writeHead(429, { 'retry-after': '600' }).end();
      const stop = sent.findIndex(({ operation }) => desk.refused.has(operation));
      const taken = stop < 0 ? sent : sent.slice(0, stop);
      desk.arrived.push(...taken);
      for (const each of taken) if (!done.has(each.key)) done.set(each.key, each);
      if (desk.manner === 'silent') return void request.socket.destroy();
      return void response.end(JSON.stringify({ done: taken.length, isRefused: stop >= 0 }));
    }
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(
      isScript ? script : '<!doctype html><title>Outbox</title><script type="module" src="/page.js"></script>',
    );
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(desk, {
    port: (server.address() as AddressInfo).port,
    kept: (order?: string) =>
      [...done.values()].filter((sent) => order === undefined || sent.order === order).map(({ key }) => key),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'outbox-page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The page was not built.');
  return first.output.map((part) => ('code' in part ? part.code : '')).join('');
}
