import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type Graph, openGraph } from './graph.ts';
import { type Fault, faults, type Program, runProgram } from './program.ts';
import { type Application, handlersOf, openRecords, type Records } from './records.ts';

export interface SuiteOptions {
  /** Where the graph is. */
  url: string;
  /** Each program's key. */
  keys: Record<Application, string>;
  /** For how long nobody else gets what a program has taken. */
  leaseMs?: number;
  port?: number;
}

interface Member extends Program {
  /** Tells others as this application; answers the event's id. */
  publish(input: { eventType: string; payload: Record<string, unknown>; targets?: string[] }): Promise<string>;
  /** What has become of an event. */
  tracking(eventId: string): Promise<unknown>;
}

export interface Suite {
  /** Where faults are ordered and records can be read. */
  url: string;
  records: Records;
  programs: Record<Application, Member>;
  close(): Promise<void>;
}

const orderSchema = z.object({
  application: z.enum(['crm', 'hr', 'affiliate']),
  fault: z.enum(faults),
  times: z.int().min(1).default(1),
});

/** CRM, HR and Affiliate: three programs of other people that work through the graph, until `close()`. */
export async function startSuite({ url, keys, leaseMs = 30_000, port = 0 }: SuiteOptions): Promise<Suite> {
  const records = openRecords();
  const handlers = handlersOf(records);
  const start = (application: Application): Member => {
    const graph = openGraph(url, keys[application]);
    return Object.assign(runProgram(graph, application, handlers[application], { leaseMs }), voiceOf(graph));
  };
  const programs = { crm: start('crm'), hr: start('hr'), affiliate: start('affiliate') };

  async function answer(request: IncomingMessage): Promise<unknown> {
    const path = new URL(request.url ?? '/', 'http://simulator').pathname;
    if (request.method === 'POST' && path === '/faults') {
      const { application, fault, times } = orderSchema.parse(await readBody(request));
      programs[application].suffer(fault satisfies Fault, times);
      return { application, fault, times };
    }
    if (request.method === 'GET' && path === '/') return shown(records);
    return undefined;
  }

  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    try {
      const told = await answer(request);
      send(told === undefined ? 404 : 200, told ?? { error: 'There is GET / and POST /faults.' });
    } catch (error) {
      send(400, { error: String(error) });
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    records,
    programs,
    async close() {
      await Promise.all(Object.values(programs).map((program) => program.close()));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function voiceOf(graph: Graph): Pick<Member, 'publish' | 'tracking'> {
  return {
    async publish(input) {
      const { publishEvent } = await graph.ask('publish', { input });
      return z.object({ eventId: z.string() }).parse(publishEvent).eventId;
    },
    async tracking(eventId) {
      return (await graph.ask('tracking', { eventId })).eventTracking;
    },
  };
}

function shown(records: Records): unknown {
  return JSON.parse(
    JSON.stringify(records, (_key, value) => (value instanceof Map ? Object.fromEntries(value) : value)),
  );
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}
