import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { openOutsideFetch } from '../outside-fetch.ts';

/** What came in with a call. */
export interface Arrived {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

type Reply =
  | { status: number; body?: string | Buffer; headers?: Record<string, string | string[]> }
  | ((response: ServerResponse, arrived: Arrived) => void);

/** Another company's server on this machine: it gives these replies in turn, and then always that all is well. */
export async function startVendor() {
  const arrived: Arrived[] = [];
  const replies: Reply[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
    arrived.push(one);
    const reply = replies.shift() ?? { status: 200 };
    if (typeof reply === 'function') reply(response, one);
    else response.writeHead(reply.status, reply.headers).end(reply.body ?? '{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { fetch, close } = openOutsideFetch({ log: pino({ level: 'silent' }), allowed: ['127.0.0.0/8'] });
  return {
    arrived,
    replies,
    fetch,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
