import { CONTEXT_HEADER, type SubgraphCall } from '@mycelium/kit/call';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { z } from 'zod';
import type { Sign } from './call-context.ts';
import { unavailable } from './errors.ts';
import type { Source } from './execute/run.ts';
import type { Metrics } from './observe.ts';
import type { Subgraph } from './subgraph.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const ANSWER_TIMEOUT_MS = 30_000;
const HEALTH_TIMEOUT_MS = 2_000;

const answerSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/** Kept-alive connections to the server at a URL. */
export function openPool(service: string, url: string) {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connect: { timeout: CONNECT_TIMEOUT_MS }, connections: 128 });

  const ask = async (method: 'GET' | 'POST', path: string, timeout: number, headers = {}, body?: string) => {
    try {
      const signal = AbortSignal.timeout(timeout);
      const response = await pool.request({ path, method, headers, body, signal });
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      throw unavailable(service, reasonOf(error));
    }
  };

  return {
    async post({ context, ...operation }: SubgraphCall): Promise<ExecutionResult> {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(context && { [CONTEXT_HEADER]: context }),
      };
      const { status, text } = await ask(
        'POST',
        pathname + search,
        ANSWER_TIMEOUT_MS,
        headers,
        JSON.stringify(operation),
      );
      const answer = answerSchema.safeParse(parseJson(text));
      const isAnswer = answer.success && (answer.data.data !== undefined || answer.data.errors !== undefined);
      if (isAnswer && status !== 401) return answer.data as ExecutionResult;
      if (status === 401) throw new Error(`The subgraph ${service} refused our signed context.`);
      throw unavailable(service, `it answered ${status} without a GraphQL result`);
    },
    async get(path: string): Promise<{ status: number; body: unknown }> {
      const { status, text } = await ask('GET', path, HEALTH_TIMEOUT_MS);
      return { status, body: parseJson(text) };
    },
    close: () => pool.close(),
  };
}

/** The subgraph as the executor calls it, each call with the signed context of its operation. */
export function sourceOf(subgraph: Subgraph, sign: Sign, metrics: Metrics): Source {
  return async ({ query, variables, operationName }, context) => {
    const end = metrics.subgraphSeconds.startTimer({ subgraph: subgraph.name });
    try {
      const answer = await subgraph.execute({ query, variables, operationName, context: sign(context) });
      end({ outcome: answer.errors ? 'errors' : 'ok' });
      return answer;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    }
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it took too long to answer';
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error.message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
