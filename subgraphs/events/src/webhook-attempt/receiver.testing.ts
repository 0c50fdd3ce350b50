import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';

/** A message that came. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

export interface Receiver {
  url: string;
  /** What came under a path. */
  at(path: string): Received[];
  /** Waits until so many came under a path. */
  next(path: string, count?: number, timeout?: number): Promise<Received[]>;
  /** How the next messages under a path are answered; 204 when nothing was said. */
  answer(path: string, ...answers: ((response: ServerResponse) => void)[]): void;
  close(): Promise<void>;
}

/** An endpoint outside: a real HTTP server on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers = new Map<string, ((response: ServerResponse) => void)[]>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    received.push({ path, headers: request.headers, body: await text(request), at: Date.now() });
    const answer = answers.get(path)?.shift();
    if (answer) answer(response);
    else response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const at = (path: string): Received[] => received.filter((each) => each.path === path);
  return {
    url: `http://127.0.0.1:${port}`,
    at,
    async next(path, count = 1, timeout = 10_000) {
      await vi.waitFor(() => {
        if (at(path).length < count) throw new Error(`${path} has ${at(path).length} of ${count}.`);
      }, timeout);
      return at(path);
    },
    answer: (path, ...given) => answers.set(path, [...(answers.get(path) ?? []), ...given]),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const status =
  (code: number, headers: Record<string, string> = {}, body: string | Buffer = '') =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end(body);
  };
