import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CONTEXT_HEADER } from '@mycelium/kit/call';
import type { TestSubgraph } from '../bistro/subgraph.ts';

/** What a server does instead of answering: a status without GraphQL, nothing at all, or a cut connection. */
export type Fault = number | 'silence' | 'cut';

export interface FaultyServer {
  url: string;
  /** How it fails until told otherwise. */
  fault?: Fault;
  /** Operations that reached it. */
  asked: { query: string; headers: IncomingHttpHeaders }[];
  /** Whether it has `/health`, as ours do. */
  hasHealth: boolean;
  /** Headers of its answers. */
  answerHeaders: Record<string, string>;
  crash(): Promise<void>;
}

/** A subgraph behind HTTP that fails on demand. */
export async function serveFaulty({ local }: TestSubgraph): Promise<FaultyServer> {
  const open = new Set<Socket>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { fault } = faulty;
    const isHealth = request.url === '/health';
    const body = isHealth ? undefined : JSON.parse(Buffer.concat(chunks).toString());
    if (body) faulty.asked.push({ query: body.query, headers: request.headers });
    if (fault === 'silence') return;
    if (fault === 'cut') return void request.socket.destroy();
    const headers = { 'content-type': 'application/json', ...faulty.answerHeaders };
    if (isHealth && !faulty.hasHealth) return void response.writeHead(404).end();
    if (fault !== undefined) return void response.writeHead(fault, headers).end('"out of order"');
    const context = String(request.headers[CONTEXT_HEADER] ?? '');
    const answer = isHealth ? await local.health() : await local.execute({ ...body, context });
    response.writeHead(200, headers).end(JSON.stringify(answer));
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const faulty: FaultyServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked: [],
    hasHealth: true,
    answerHeaders: {},
    async crash() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return faulty;
}
