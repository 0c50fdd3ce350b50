import type { KeyObject } from 'node:crypto';
import { defaultUrl, type SubgraphName, subgraphNames, urlVariableOf } from '@mycelium/schema/roster';
import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import { Agent } from 'undici';
import { z } from 'zod';
import { CONTEXT_HEADER, type SubgraphCall } from './call.ts';
import { codes, Refusal, Unavailable } from './errors.ts';
import { NotSent, type Reply, send } from './send.ts';
import { type CallContext, signContext } from './viewer.ts';

/** Carries a signed call to another subgraph. */
export type AskNeighbour = (name: SubgraphName, call: SubgraphCall) => Promise<ExecutionResult>;

/** Asks another subgraph in this context, for work that no client waits for; throws what it refuses. */
export type Ask = (
  name: SubgraphName,
  question: Pick<SubgraphCall, 'query' | 'variables'>,
  context: CallContext,
) => Promise<unknown>;

/** What the other subgraph refused, as it said it: whoever asked for a client passes it on, whoever asked for themselves says what it means. */
export class Refused extends Refusal {
  constructor(message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    const code = codes.find((each) => each === extensions.code) ?? 'INTERNAL';
    super(message, code, code === 'INTERNAL' ? 'error' : 'info', { ...extensions, code });
  }
}

const TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 2_000;
/** How long a server that failed, or is going away, is asked after the others. */
const DOUBT_MS = 5_000;

/** Signs each question the way the gateway does, so that the other side applies the same rules. */
export function createAsk(carry: AskNeighbour, key: KeyObject): Ask {
  return async (name, question, context) => {
    const { data, errors } = await carry(name, {
      ...question,
      context: signContext(context, { ...question, to: name }, key),
    });
    const [error] = errors ?? [];
    if (error) throw new Refused(error.message, error.extensions);
    return data;
  };
}

/**
 * Over HTTP, at the addresses that are known, else where the roster says: at each in turn, at those that failed or are going
 * away last, and at the next one when nothing could be sent or a query found nobody.
 */
export function askOverHttp(urls: Partial<Record<SubgraphName, readonly string[]>> = {}): AskNeighbour {
  const agent = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS } });
  const doubtfulUntil = new Map<string, number>();
  const isDoubtful = (url: string): number => Number((doubtfulUntil.get(url) ?? 0) > Date.now());
  let turn = 0;

  const post = async (url: string, body: string, context: string): Promise<Reply | 'not sent' | 'lost'> => {
    const { origin, pathname, search } = new URL(url);
    const headers = { 'content-type': 'application/json', [CONTEXT_HEADER]: context };
    const request = { origin, path: pathname + search, method: 'POST', headers, body } as const;
    try {
      const reply = await send(agent, request, TIMEOUT_MS);
      if (reply.headers.connection === 'close' || reply.status >= 500) doubtfulUntil.set(url, Date.now() + DOUBT_MS);
      return reply;
    } catch (error) {
      doubtfulUntil.set(url, Date.now() + DOUBT_MS);
      return error instanceof NotSent ? 'not sent' : 'lost';
    }
  };

  return async (name, { context, query, variables }) => {
    const known = urls[name] ?? [defaultUrl(name)];
    turn = (turn + 1) % known.length;
    const inTurn = [...known.slice(turn), ...known.slice(0, turn)].sort((a, b) => isDoubtful(a) - isDoubtful(b));
    const isQuery = getOperationAST(parse(query))?.operation === 'query';
    const body = JSON.stringify({ query, variables });
    for (const url of inTurn) {
      const reply = await post(url, body, context);
      const result = typeof reply === 'string' ? undefined : resultIn(reply);
      if (result) return result;
      if (reply !== 'not sent' && !isQuery) break;
    }
    throw new Unavailable(`The subgraph ${name}`);
  };
}

const resultSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

function resultIn({ text }: Reply): ExecutionResult | undefined {
  try {
    const { success, data: result } = resultSchema.safeParse(JSON.parse(text));
    return success && (result.data !== undefined || result.errors) ? (result as ExecutionResult) : undefined;
  } catch {
    return undefined;
  }
}

/** The addresses of servers that are all the same, with commas between. */
export const addressList = z
  .string()
  .transform((text) => text.split(',').map((url) => url.trim()))
  .pipe(
    z.array(
      z.url({
        protocol: /^https?$/,
        error:
          'is where the subgraph answers when it runs elsewhere, like http://127.0.0.1:4101/graphql; several servers with commas between',
      }),
    ),
  );

/** Where the others are, when it is not where the roster says. */
export const neighbourVariables: Record<string, z.ZodOptional<typeof addressList>> = Object.fromEntries(
  subgraphNames.map((name) => [urlVariableOf(name), addressList.optional()]),
);

/** The addresses that these variables give. */
export function addresses(env: Record<string, unknown>): Partial<Record<SubgraphName, string[]>> {
  const given = subgraphNames.map((name) => [name, env[urlVariableOf(name)]] as const);
  return Object.fromEntries(given.filter(([, urls]) => Array.isArray(urls)));
}
