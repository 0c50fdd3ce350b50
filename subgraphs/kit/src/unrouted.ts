import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NAME_A_HOST, namesHost } from './host.ts';
import { nothingAt } from './http-refusal.ts';

/** The options of every router of ours: `__proto__` in a body is a text like another, and what no route can take is answered in our shape. */
export const routerOptions = {
  onProtoPoisoning: 'ignore',
  onConstructorPoisoning: 'ignore',
  frameworkErrors(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
    const isTooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
    const message = isTooLong ? 'A part of this address is too long.' : 'This is not an address.';
    refuse(reply, isTooLong ? 414 : 400, message);
  },
} as const;

/** Answers what no route takes: 405 and OPTIONS with `allow` where there is something, else 404. Call it before the routes are made. */
export function answerUnrouted(app: FastifyInstance): void {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    // The route `*` answers preflights, whatever their path.
    if (url === '*') return;
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) route.methods.add(each);
    routes.set(url, route);
  });
  const methodsAt = (path: string): string[] => [
    ...new Set([...routes.values()].flatMap(({ pattern, methods }) => (pattern.test(path) ? [...methods] : []))),
  ];

  /** `OPTIONS *` asks what the server can do, wherever. */
  const everyMethod = (): string[] => [...new Set([...routes.values()].flatMap(({ methods }) => [...methods]))];

  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = path === '*' ? everyMethod() : methodsAt(path);
    if (methods.length === 0 || methods.includes(request.method))
      return refuse(reply, 404, nothingAt(path), 'NOT_FOUND');
    reply.header('allow', [...methods, 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    return refuse(reply, 405, `${request.method} is not allowed here.`);
  };
  app.decorate('answerUnrouted', answer);
  app.setNotFoundHandler(answer);
  // What the body is, nobody has to know for that. A GET has none, and may be for the page of an app.
  app.addHook('preParsing', async (request, reply) => {
    if (request.is404 && request.method !== 'GET' && request.method !== 'HEAD') return answer(request, reply);
  });
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers what no route takes, for a router that has a handler of its own for the rest of it. */
    answerUnrouted(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  }
}

/** Refuses a request before anything reads its address, unless it says to whom it goes. A probe that speaks HTTP/1.0 need not. */
export function refuseWithoutHost(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers, raw }, reply) => {
    if (headers.host === undefined && raw.httpVersion === '1.0' && !needsHost(raw.url)) return;
    if (!namesHost(raw)) return refuse(reply, 400, NAME_A_HOST);
  });
}

const needsHost = (url = '') => url.startsWith('/graphql') || url.startsWith('/api/');

/** Refuses in the shape of all our answers. */
export function refuse(reply: FastifyReply, status: number, message: string, code = 'BAD_REQUEST'): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
