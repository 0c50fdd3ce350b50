import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLFormattedError, parse } from 'graphql';
import type { CallContext } from '../call-context.ts';
import type { GraphqlServer } from '../http/graphql-server.ts';
import { retryAfterOf } from '../http/status.ts';
import type { Manifests } from '../persisted/manifests.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { type Binding, bindRoutes } from './binding.ts';
import { serveDocs } from './docs.ts';
import { readManifest } from './manifest.ts';
import { openApiOf } from './openapi.ts';
import { type Asked, variablesOf } from './variables.ts';

/** The texts that say what is served over REST. */
export interface RestSource {
  /** `rest.yml`. */
  manifest: string;
  /** The operations that it names. */
  operations: string;
}

interface Options {
  /** The bindings as they are now; the routes never change, what they are bound to does. */
  bindings(): readonly Binding[];
  execute(): GraphqlServer['executeOperation'];
  version: string;
  /** Whether there is no login. */
  open: boolean;
  /** Who asks; throws when that is refused. */
  contextOf(request: FastifyRequest, reply: FastifyReply, binding: Binding): Promise<CallContext>;
}

/** The routes that the texts say; throws when one of them does not fit the graph. */
export function restOf({ manifest, operations }: RestSource, manifests: Manifests, runtime: Runtime): Binding[] {
  return bindRoutes(readManifest(manifest), { operations: parse(operations), manifests }, runtime);
}

/** Serves routes and the pages about them. */
export function serveRest(app: FastifyInstance, { bindings, execute, version, open, contextOf }: Options): void {
  for (const [index, { method, path }] of bindings().entries()) {
    app.route<{ Params: Asked['path']; Querystring: Asked['query'] }>({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const binding = bindings()[index];
        if (!binding) throw new Error(`${method} ${path} is bound to nothing.`);
        const contextValue = await contextOf(request, reply, binding);
        const { params, query, body } = request;
        const variables = variablesOf(binding, { path: params, query, body });
        const operation = { query: binding.query, operationName: binding.operation, variables };
        const result = await execute()(operation, { contextValue });
        const { data, errors } = result.body.kind === 'single' ? result.body.singleResult : {};
        if (errors?.length) return refuse(reply, errors);
        const answer = answerAt(binding, data);
        if (answer == null)
          return refuse(reply, [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }]);
        // Fastify would send a text as it is.
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
      },
    });
  }
  serveDocs(app, () => openApiOf(bindings(), { version, open }));
}

function answerAt({ answer }: Binding, data: unknown): unknown {
  return answer.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    data,
  );
}

const statuses = new Map<unknown, number>([
  ['BAD_USER_INPUT', 400],
  ['BAD_REQUEST', 400],
  ['OPERATION_TOO_LARGE', 400],
  ['OPERATION_UNPLANNABLE', 400],
  ['OPERATION_TOO_COSTLY', 400],
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['CONFLICT', 409],
  ['RATE_LIMITED', 429],
  ['UNAVAILABLE', 503],
]);

function refuse(reply: FastifyReply, errors: readonly GraphQLFormattedError[]): FastifyReply {
  const [first] = errors;
  const status = statuses.get(first?.extensions?.code) ?? 500;
  const retryAfter = retryAfterOf(status, errors);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  // Locations are in a document that the client has never seen.
  const told = errors.map(({ message, extensions }) => ({ message, extensions }));
  return reply.code(status).send({ errors: told });
}
