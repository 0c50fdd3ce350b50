import { defaultUrl, roster, type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import { CONTEXT_HEADER, type SubgraphCall } from './call.ts';
import { Unavailable } from './errors.ts';
import { readCapped } from './read-capped.ts';
import { type CallContext, signContext } from './viewer.ts';

/** Carries a signed call to another subgraph. */
export type AskNeighbour = (name: SubgraphName, call: SubgraphCall) => Promise<ExecutionResult>;

/** Asks another subgraph in this context, for work that no client waits for; throws what it refuses. */
export type Ask = (
  name: SubgraphName,
  question: Pick<SubgraphCall, 'query' | 'variables'>,
  context: CallContext,
) => Promise<unknown>;

/** A refusal of the other subgraph, with its code. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Signs each question the way the gateway does, so that the other side applies the same rules. */
export function createAsk(carry: AskNeighbour, key: Buffer): Ask {
  return async (name, question, context) => {
    const { data, errors } = await carry(name, { ...question, context: signContext(context, key) });
    const [error] = errors ?? [];
    if (error) throw new Refused(error.message, String(error.extensions?.code ?? 'INTERNAL'));
    return data;
  };
}

/** Over HTTP, at the addresses that are known, else where the roster says. */
export function askOverHttp(urls: Partial<Record<SubgraphName, string>> = {}): AskNeighbour {
  return async (name, { context, query, variables }) => {
    try {
      const response = await fetch(urls[name] ?? defaultUrl(name), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [CONTEXT_HEADER]: context },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const { bytes, end } = await readCapped(response.body, { bytes: MOST_BYTES });
      if (end !== 'WHOLE') throw new Error(`The answer is ${end}.`);
      return JSON.parse(bytes.toString('utf8')) as ExecutionResult;
    } catch {
      throw new Unavailable(`The subgraph ${name}`);
    }
  };
}

/** Where the others are, when it is not where the roster says. */
export const neighbourVariables: Record<string, z.ZodOptional<z.ZodURL>> = Object.fromEntries(
  subgraphNames.map((name) => [roster[name].urlVariable, z.url({ protocol: /^https?$/ }).optional()]),
);

/** The addresses that these variables give. */
export function addresses(env: Record<string, unknown>): Partial<Record<SubgraphName, string>> {
  const given = subgraphNames.map((name) => [name, env[roster[name].urlVariable]] as const);
  return Object.fromEntries(given.filter(([, url]) => typeof url === 'string'));
}
