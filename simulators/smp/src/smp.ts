import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Account, type Item, type PushedCategory, type PushedItem } from './smp-account.ts';

export interface SmpOptions {
  /** Who does not send this as bearer token is refused. */
  token: string;
  port?: number;
}

export interface Smp {
  url: string;
  /** What it keeps for an account; made when it is first asked for. */
  account(name: string): Account;
  /** The next answers, of paths that hold this text, fail, or are this body as it is. */
  fail(fault: Fault): void;
  /** The headers of every call, in order. */
  calls: { method: string; path: string; correlationId: string | undefined }[];
  close(): Promise<void>;
}

export interface Fault {
  status: number;
  times: number;
  retryAfter?: number;
  path?: string;
  method?: string;
  /** What is said, whatever it is; with status 200 it stands in place of an answer. */
  body?: unknown;
}

class Answer extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string> = {},
    readonly body: unknown = { error: String(status) },
  ) {
    super(`${status}`);
  }
}

/** A signage product's catalogue, over real HTTP, until `close()`. */
export async function startSmp({ token, port = 0 }: SmpOptions): Promise<Smp> {
  const accounts = new Map<string, Account>();
  const faults: Fault[] = [];
  const calls: Smp['calls'] = [];
  const account = (name: string): Account => {
    const known = accounts.get(name) ?? new Account();
    accounts.set(name, known);
    return known;
  };

  const server = createServer(async (request, response) => {
    try {
      send(response, 200, await answer(request));
    } catch (error) {
      if (error instanceof Answer) send(response, error.status, error.body, error.headers);
      else send(response, 400, { error: String(error) });
    }
  });

  async function answer(request: IncomingMessage): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    if (pathname === '/faults') return faults.push(body as Fault);
    const correlationId = request.headers['x-correlation-id'];
    calls.push({ method, path: pathname, correlationId: correlationId?.toString() });
    if (calls.length > 10_000) calls.splice(0, 5_000);
    failOnDemand(method, pathname);
    if (request.headers.authorization !== `Bearer ${token}`) throw new Answer(401);
    const [, name, collection = '', id] = /^\/accounts\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(pathname) ?? [];
    if (!name) throw new Answer(404);
    const of = account(decodeURIComponent(name));
    switch (`${method} ${collection}${id ? '/:id' : ''}`) {
      case 'PUT ':
        of.tenant = body;
        return {};
      case 'PUT services':
        of.services = body;
        return {};
      case 'POST categories':
        return { results: of.pushCategories((body as { categories: PushedCategory[] }).categories) };
      case 'POST items':
        return { results: of.push((body as { items: PushedItem[] }).items) };
      case 'GET items':
        return of.changes(searchParams.get('after'), Number(searchParams.get('limit') ?? 100));
      case 'POST items/:id':
        if (id === 'new') return of.add(body as Partial<Item>);
        return { items: of.read((body as { ids: string[] }).ids) };
      case 'PATCH items/:id':
        return of.edit(id ?? '', body as Partial<Item>);
      case 'DELETE items/:id':
        return of.edit(id ?? '', { deleted: true });
      case 'POST rejects':
        of.rejects = new Set((body as { references: string[] }).references);
        return {};
      default:
        throw new Answer(404);
    }
  }

  function failOnDemand(method: string, path: string): void {
    const fault = faults.find(
      (one) => one.times > 0 && path.includes(one.path ?? '') && (one.method ?? method) === method,
    );
    if (!fault) return;
    fault.times -= 1;
    const { status, retryAfter, body } = fault;
    throw new Answer(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }, body);
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    account,
    fail: (fault) => void faults.push(fault),
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : undefined;
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
