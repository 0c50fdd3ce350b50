import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type Call, findRoute, type Route, readRaw } from './call.ts';
import { type Control, type Controlled, controlRoutes } from './control.ts';
import type { Fault, FaultOrder } from './faults.ts';
import { type Limit, openLimit } from './limit.ts';
import { pageOf } from './page.ts';
import { asReply, Refusal, type Reply } from './reply.ts';
import { send, sendPart } from './send.ts';
import type { Tokens } from './tokens.ts';

export interface Serving extends Control {
  port?: number;
  /** Like `GET /orders/:id`. What one answers is sent as JSON, unless it is a `reply(…)`. */
  routes: Record<string, Route>;
  /** Who is let in; who is not gets 401. Everybody when left out. */
  admits?: (call: Call) => boolean;
  limit?: Limit<Call>;
  /** The body of the vendor's errors. */
  refusal?: (status: number, message: string) => unknown;
}

export interface Simulator {
  url: string;
  /** Orders a fault, as `POST /faults` does. */
  fail(order: FaultOrder): void;
  /** Every call of its routes, the newest 10,000, oldest first. */
  calls: readonly { method: string; path: string; headers: Record<string, string | undefined> }[];
  close(): Promise<void>;
}

const KEPT_CALLS = 10_000;

/** Answers over real HTTP on this machine, until `close()`. */
export async function serve({
  routes,
  port = 0,
  admits = () => true,
  limit,
  refusal = (_status, message) => ({ error: message }),
  tokens,
  close,
  ...controlled
}: Serving & Omit<Controlled, 'calls'> & { tokens: Tokens; close: () => void }): Promise<Simulator> {
  const { faults } = controlled;
  const calls: { method: string; path: string; headers: Record<string, string | undefined> }[] = [];
  const withinLimit = limit ? openLimit(limit) : () => undefined;
  const control = controlRoutes({ ...controlled, calls });

  /** A call of one of the vendor's routes, with what befalls it before its work is done. */
  async function work(route: Route, call: Call): Promise<Reply> {
    const { method, path, headers } = call;
    if (calls.push({ method, path, headers }) > KEPT_CALLS) calls.splice(0, KEPT_CALLS / 2);
    const latency = faults.take('latency', call);
    if (latency) await sleep(latency.ms, undefined, { ref: false });
    if (faults.take('expired-token', call)) {
      tokens.expire(bearerOf(headers));
      throw new Refusal(401, 'This token has expired.');
    }
    const answer = faults.take('answer', call);
    if (answer) return inPlaceOf(answer);
    if (!admits(call)) throw new Refusal(401, 'Who are you?');
    withinLimit(call);
    return asReply(await route(call));
  }

  function inPlaceOf({ status, retryAfter, retryAs, body }: Extract<Fault, { fault: 'answer' }>): Reply {
    const at = new Date(Date.now() + (retryAfter ?? 0) * 1_000);
    const pause = retryAs === 'date' ? at.toUTCString() : String(retryAfter);
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': pause };
    return { status, headers, body: body === undefined ? refusal(status, 'As asked for.') : body };
  }

  function refused(error: unknown): Reply {
    if (error instanceof Refusal) {
      const { status, message, headers, body = refusal(status, message) } = error;
      return { status, headers, body };
    }
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof Error && error.name === 'ZodError' ? 400 : 500;
    return { status, body: refusal(status, message) };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://simulator');
    const raw = await readRaw(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const asked = { method, path };
    const call = (params: Record<string, string>): Call => ({
      ...asked,
      ...{ params, query, headers, raw, body: bodyOf(raw, headers['content-type']) },
      page: (list, wanted) => pageOf(list, wanted, faults.take('repeated-page', asked) !== undefined),
    });
    const own = findRoute(routes, method, path);
    const found = own ?? findRoute(control, method, path);
    if (!found) throw new Refusal(404, `There is no ${method} ${path}.`);
    if (!own) return send(response, asReply(await found.route(call(found.params))));
    const told = await work(own.route, call(own.params));
    if (faults.take('lost', asked)) response.destroy();
    else if (faults.take('truncated', asked)) await sendPart(response, told, 'whole');
    else if (faults.take('cut', asked)) await sendPart(response, told, 'broken');
    else await send(response, told);
  }

  const server = createServer((request, response) => {
    answer(request, response)
      .catch((error: unknown) => (response.headersSent ? Promise.reject(error) : send(response, refused(error))))
      .catch(() => void response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    fail: (order) => void faults.order(order),
    calls,
    close: () =>
      new Promise((resolve) => {
        close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The bearer token of a call; empty when it has none. */
export function bearerOf(headers: Record<string, string | undefined>): string {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}
