import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Cache } from '../answer/cache/cached-operations.ts';
import { checkTypes } from '../answer/cache/lifetime.ts';
import { createAnswer } from '../answer/find-answer.ts';
import { createRespond } from '../answer/respond.ts';
import type { CallContext, Sign } from '../call-context.ts';
import { connectSubgraph, isFixed, type Subgraph, type SubgraphLocation } from '../calls/subgraph.ts';
import { sourceOf } from '../calls/subgraph-request.ts';
import type { Traffic } from '../calls/traffic.ts';
import { unavailable } from '../errors.ts';
import type { Sources } from '../execute/run.ts';
import { askedAgain, send } from '../http/asked-again.ts';
import { type GraphqlServer, startGraphql } from '../http/graphql-server.ts';
import type { Metrics } from '../metrics.ts';
import { hidesSchema, type Protection } from '../operation/admission.ts';
import { refuseTooLarge } from '../operation/prepare.ts';
import { textOf } from '../persisted/http-request.ts';
import type { Manifests } from '../persisted/manifests.ts';
import type { Binding } from '../rest/binding.ts';
import { type RestSource, restOf } from '../rest/serve-rest.ts';
import { buildRuntime, type Runtime } from '../supergraph/runtime.ts';
import { type Grants, refuseUngranted } from '../supergraph/ungranted.ts';
import type { Usage } from '../usage/usage.ts';

/** Everything that serves one supergraph, from its runtime to the connections of its subgraphs. */
export interface Generation {
  sdl: string;
  runtime: Runtime;
  subgraphs: ReadonlyMap<string, Subgraph>;
  sources: Sources;
  /** What is served over REST. */
  rest: readonly Binding[];
  /** Answers an HTTP request; what it began with stays until the response is over. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  execute: GraphqlServer['executeOperation'];
  /** Resolves when everything that began here is over. */
  stop(): Promise<void>;
}

export interface GenerationOptions {
  /** Where subgraphs are, whatever a supergraph says. */
  locations: Record<string, SubgraphLocation>;
  context(request: FastifyRequest, reply: FastifyReply): CallContext;
  sign: Sign;
  metrics: Metrics;
  log: Logger;
  protection: Protection;
  usage: Usage;
  traffic: Traffic;
  cache?: Cache;
  rest?: RestSource;
  /** The documents in files, which paths may be bound to. */
  manifests(): Manifests;
  /** Subgraphs without which we cannot serve. */
  needed: readonly string[];
  grants: Grants;
}

/** Throws when the supergraph cannot be served. Subgraphs that stay where they are keep their connections. */
export async function openGeneration(
  sdl: string,
  previous: Generation | undefined,
  options: GenerationOptions,
): Promise<Generation> {
  const { locations, context, sign, metrics, log, protection, usage, needed, traffic, cache, rest, grants } = options;
  const runtime = buildRuntime(sdl);
  refuseUngranted(runtime.access, grants);
  for (const name of needed) {
    if (!runtime.routingUrls.has(name))
      throw new Error(`There is no subgraph ${name}, which knows who may log in; run the gateway open, or add it.`);
  }
  if (cache) checkTypes(cache.seconds, runtime.api);
  const unknown = Object.keys(locations).filter((name) => !runtime.routingUrls.has(name));
  if (unknown.length > 0) log.warn({ subgraphs: unknown }, 'the supergraph does not have these subgraphs');
  const bindings = rest ? restOf(rest, options.manifests(), runtime) : [];
  const subgraphs = new Map(
    [...runtime.routingUrls].map(([name, url]) => {
      const location = locations[name] ?? {};
      const isKept = isFixed(location) || previous?.runtime.routingUrls.get(name) === url;
      const known = isKept ? previous?.subgraphs.get(name) : undefined;
      return [name, known ?? connectSubgraph(name, location, url, traffic, metrics)];
    }),
  );
  const sources = new Map([...subgraphs].map(([name, each]) => [name, sourceOf(each, sign, metrics, traffic)]));
  const answer = createAnswer({ sources, traffic, metrics, cache });
  const respond = createRespond({ runtime, answer, protection, usage });
  const server = await startGraphql({ runtime, respond, metrics, log, hideSuggestions: hidesSchema(protection) });
  const handler = fastifyApolloHandler(server, { context: async (request, reply) => context(request, reply) });

  let running = 0;
  let onIdle = () => {};
  const begin = () => {
    running += 1;
    return () => {
      running -= 1;
      if (running === 0) onIdle();
    };
  };

  return {
    sdl,
    runtime,
    subgraphs,
    sources,
    rest: bindings,
    async answer(request, reply) {
      reply.raw.once('close', begin());
      const again = askedAgain(runtime, request);
      if (!again) {
        refuseTooLarge(runtime, textOf(request) ?? '');
        return handler.call(request.server, request, reply);
      }
      const { operation, variables } = again;
      const end = metrics.operationSeconds.startTimer({ transport: 'http', kind: operation.definition.operation });
      const response = await respond(operation, variables, context(request, reply));
      end({ outcome: response.result.errors ? 'errors' : 'ok' });
      return send(request, reply, again, response);
    },
    execute: (async (request: never, settings: never) => {
      const end = begin();
      try {
        return await server.executeOperation(request, settings);
      } finally {
        end();
      }
    }) as GraphqlServer['executeOperation'],
    async stop() {
      if (running > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      }
      runtime.planner.close();
      await server.stop();
    },
  };
}

/** A subgraph wherever the current supergraph says it is. */
export function subgraphNow(name: string, current: () => Generation): Pick<Subgraph, 'name' | 'execute'> {
  return {
    name,
    execute: async (call) => {
      const subgraph = current().subgraphs.get(name);
      if (!subgraph) throw unavailable(name, 'the supergraph does not have it');
      return subgraph.execute(call);
    },
  };
}
