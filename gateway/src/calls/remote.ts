import { setTimeout as wait } from 'node:timers/promises';
import { CONTEXT_HEADER, type SubgraphCall } from '@mycelium/kit/call';
import { type DoorAnswer, doorAnswerSchema, type SignedDelivery } from '@mycelium/kit/doors/delivery';
import { parseExact } from '@mycelium/kit/exact-json';
import type { Reply } from '@mycelium/kit/send';
import { CONTEXT_EXPIRED } from '@mycelium/kit/viewer';
import { type ExecutionResult, getOperationAST, type OperationTypeNode, parse } from 'graphql';
import { z } from 'zod';
import { unavailable } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { NoReply, openReplica, type Replica } from './replica.ts';
import type { Traffic } from './traffic.ts';

const FIRST_DELAY_MS = 50;
const PASSING = new Set([502, 503, 504]);

const answerSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});
const healthSchema = z.record(z.string(), z.string());

/** What travels around a call beside the call. */
export interface Exchange {
  /** The kind of the operation, where the caller knows it. */
  kind?: OperationTypeNode;
  headers?: Record<string, string>;
  onHeaders?(headers: Reply['headers']): void;
  /** A context is good for some seconds, and trying again may take longer. */
  signAgain?(): string;
}

/** The servers of a subgraph: a call goes to the one that has least to do, and to the next one when it was a query that found nobody, or when nothing was sent. */
export function openRemote(service: string, urls: readonly string[], traffic: Traffic, metrics: Metrics) {
  const replicas = urls.map((url) => {
    const gauge = metrics.breakers.labels({ subgraph: service, replica: new URL(url).host });
    gauge.set(0);
    return openReplica({
      url,
      traffic,
      isWell: async (replica) => Object.values(await healthOf(service, replica)).every((state) => state === 'ok'),
      onBreaker: (state) => gauge.set({ closed: 0, 'half-open': 0.5, open: 1 }[state]),
    });
  });

  return {
    replicas,
    /** Rejects with `UNAVAILABLE` when nobody gave a GraphQL answer. */
    async post({ context, ...operation }: SubgraphCall, exchange: Exchange = {}): Promise<ExecutionResult> {
      const headers: Record<string, string> = {
        accept: 'application/graphql-response+json, application/json',
        ...exchange.headers,
        'content-type': 'application/json',
        ...(context && { [CONTEXT_HEADER]: context }),
      };
      const body = JSON.stringify(operation);
      const isQuery = (exchange.kind ?? kindOf(operation)) === 'query';
      const attempts = replicas.length + traffic.retries;
      const asked = new Set<Replica>();
      for (let attempt = 1; ; attempt += 1) {
        const replica = leastBusy(replicas, asked);
        asked.add(replica);
        if (attempt > 1 && exchange.signAgain) headers[CONTEXT_HEADER] = exchange.signAgain();
        const reply = await replica.post(body, headers).catch(orNoReply);
        const mayRepeat = isQuery || !mayBeDone(reply);
        if (attempt === attempts || !mayRepeat || !isPassing(reply)) {
          if (!(reply instanceof NoReply)) exchange.onHeaders?.(reply.headers);
          return answerOf(service, reply);
        }
        metrics.retries.inc({ subgraph: service });
        if (asked.size < replicas.length) continue;
        asked.clear();
        await wait(jittered(FIRST_DELAY_MS * 2 ** (attempt - replicas.length)));
      }
    },
    /** Hands on what a vendor sends, to the next server where one does not answer: what comes twice is kept once. Rejects with `UNAVAILABLE`. */
    async deliver(sign: () => SignedDelivery): Promise<DoorAnswer> {
      const asked = new Set<Replica>();
      for (;;) {
        const replica = leastBusy(replicas, asked);
        asked.add(replica);
        const reply = await replica.deliver(sign()).catch(orNoReply);
        const answer = reply instanceof NoReply ? undefined : doorAnswerSchema.safeParse(parseJson(reply.text)).data;
        if (answer) return answer;
        if (asked.size < replicas.length) continue;
        const reason = reply instanceof NoReply ? reply.message : `it answered ${reply.status} to a delivery`;
        throw unavailable(service, reason);
      }
    },
    /** What it needs, as said by its first replica that is well, else by one that is not. */
    async health(): Promise<Record<string, string>> {
      const told = await Promise.allSettled(replicas.map((replica) => healthOf(service, replica)));
      const answers = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const best = answers.find((needs) => Object.values(needs).every((state) => state === 'ok')) ?? answers[0];
      if (best) return best;
      const [first] = told;
      throw unavailable(service, first?.status === 'rejected' ? messageOf(first.reason) : 'it has no address');
    },
    close: () => Promise.all(replicas.map((replica) => replica.close())),
  };
}

/** Among those not asked yet the one with least to do; of those that fail or are going away only where there is no other. */
function leastBusy(replicas: readonly Replica[], asked: ReadonlySet<Replica>): Replica {
  const [only] = replicas;
  if (only && replicas.length === 1) return only;
  const left = replicas.filter((replica) => !asked.has(replica));
  const closed = left.filter(({ breaker }) => breaker === 'closed');
  const good = closed.filter(({ isDoubtful }) => !isDoubtful);
  const [first, ...rest] = shuffled([good, closed].find(({ length }) => length > 0) ?? left);
  if (!first) throw new Error('A subgraph has at least one address.');
  return rest.reduce((best, each) => (each.load < best.load ? each : best), first);
}

/** Starts at a random one, so that those who have equally little to do are asked equally often. */
function shuffled(replicas: readonly Replica[]): Replica[] {
  const start = Math.floor(Math.random() * replicas.length);
  return [...replicas.slice(start), ...replicas.slice(0, start)];
}

function orNoReply(error: unknown): NoReply {
  if (error instanceof NoReply) return error;
  throw error;
}

function isPassing(reply: Reply | NoReply): boolean {
  return reply instanceof NoReply ? reply.isPassing : PASSING.has(reply.status) || isExpired(reply);
}

function mayBeDone(reply: Reply | NoReply): boolean {
  return reply instanceof NoReply ? reply.wasSent : !isExpired(reply);
}

/** Whether a call was refused because its context had expired when it came. */
function isExpired({ status, text }: Reply): boolean {
  return status === 401 && text.includes(`"${CONTEXT_EXPIRED}"`);
}

function answerOf(service: string, reply: Reply | NoReply): ExecutionResult {
  if (reply instanceof NoReply) throw unavailable(service, reply.message);
  const { status, text } = reply;
  const answer = answerSchema.safeParse(parseJson(text));
  const isAnswer = answer.success && (answer.data.data !== undefined || answer.data.errors !== undefined);
  if (isAnswer && status !== 401) return answer.data as ExecutionResult;
  if (isExpired(reply)) throw unavailable(service, 'our calls come too late, or our clocks differ by 10 s');
  if (status === 401) throw new Error(`The subgraph ${service} refused our signed context.`);
  throw unavailable(service, `it answered ${status} without a GraphQL result`);
}

async function healthOf(service: string, replica: Replica): Promise<Record<string, string>> {
  const { status, text } = await replica.look('/health');
  const told = healthSchema.safeParse(parseJson(text));
  if (status === 200) return told.success ? told.data : { reachable: 'ok' };
  if (status === 503 && told.success) return told.data;
  // Not one of our subgraphs: it is well when it answers GraphQL.
  answerOf(service, await replica.probe(JSON.stringify({ query: '{ __typename }' })));
  return { reachable: 'ok' };
}

/** Only the gateway's own calls, which are few, come without their kind. */
function kindOf({
  query,
  operationName,
}: Pick<SubgraphCall, 'query' | 'operationName'>): OperationTypeNode | undefined {
  return getOperationAST(parse(query), operationName)?.operation;
}

function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}
