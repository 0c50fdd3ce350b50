import { CONTEXT_HEADER } from '@mycelium/kit/call';
import { DELIVERY_PATH, type SignedDelivery } from '@mycelium/kit/doors/delivery';
import { NotSent, type Reply, send, TooLate } from '@mycelium/kit/send';
import {
  BrokenCircuitError,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleAll,
  type IDefaultPolicyContext,
} from 'cockatiel';
import { Pool } from 'undici';
import type { Traffic } from './traffic.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const HEALTH_TIMEOUT_MS = 2_000;
/** Vendors wait for 5 s. */
const DELIVERY_MS = 2_000;
/** How long calls may still take when nobody needs the replica any more: those that complete an event, at most. */
const LAST_CALLS_MS = 3_000;
/** Half of the last twenty calls failed, and there were at least ten. */
const BREAKER = { threshold: 0.5, size: 20, minimumNumberOfCalls: 10 };

/** How long a replica is left out that has said it is going away. */
const LEAVING_MS = 5_000;

/** Nobody answered. `isPassing`: it did not get through, so another replica, or the same one later, may do better. */
export class NoReply extends Error {
  constructor(
    message: string,
    readonly isPassing: boolean,
    /** Whether somebody may have read it, and done what it asks. */
    readonly wasSent: boolean,
  ) {
    super(message);
  }
}

export type BreakerState = 'closed' | 'half-open' | 'open';

/** One server of a subgraph, behind a circuit breaker. */
export interface Replica {
  /** Host and port. */
  name: string;
  /** Calls that are under way. */
  readonly load: number;
  readonly breaker: BreakerState;
  /** Whether others should be asked before it: it is going away, or its last call failed a moment ago. */
  readonly isDoubtful: boolean;
  /** Rejects with `NoReply`. 5xx, timeouts and broken connections count against it. */
  post(body: string, headers: Record<string, string>): Promise<Reply>;
  /** Hands on what a vendor sends. Rejects with `NoReply`, in less time than vendors wait. */
  deliver(delivery: SignedDelivery): Promise<Reply>;
  /** Asks past the breaker, for those who want to know how it is. */
  look(path: string): Promise<Reply>;
  probe(body: string): Promise<Reply>;
  close(): Promise<void>;
}

interface Options {
  url: string;
  traffic: Traffic;
  /** Whether it is well again; asked while the breaker is open. */
  isWell(replica: Replica): Promise<boolean>;
  onBreaker(state: BreakerState): void;
}

const names: Partial<Record<CircuitState, BreakerState>> = {
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

export function openReplica({ url, traffic, isWell, onBreaker }: Options): Replica {
  const { origin, host, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connect: { timeout: CONNECT_TIMEOUT_MS }, connections: 128 });
  let load = 0;
  let rest: NodeJS.Timeout | undefined;
  let doubtfulUntil = 0;
  const doubtFor = (milliseconds: number): void => {
    doubtfulUntil = Math.max(doubtfulUntil, Date.now() + milliseconds);
  };

  const exchange = async (
    method: 'GET' | 'POST',
    path: string,
    timeoutMs: number,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Reply> => {
    load += 1;
    try {
      const reply = await send(pool, { path, method, headers, body }, timeoutMs);
      // Who closes connections that others would like to keep is going away.
      if (reply.headers.connection === 'close') doubtFor(LEAVING_MS);
      else if (reply.status >= 500) doubtFor(traffic.restMs);
      return reply;
    } catch (error) {
      doubtFor(traffic.restMs);
      throw noReply(error);
    } finally {
      load -= 1;
    }
  };

  const breaker = circuitBreaker(
    handleAll.orWhenResult((reply) => typeof reply === 'object' && reply !== null && (reply as Reply).status >= 500),
    { halfOpenAfter: traffic.restMs, breaker: new CountBreaker(BREAKER) },
  );
  const through = async (work: (context: IDefaultPolicyContext) => Promise<Reply>): Promise<Reply> => {
    try {
      return await breaker.execute(work);
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new NoReply('it failed too often and is left alone for a moment', true, false);
      throw error;
    }
  };

  /** So that a replica comes back by itself, and not at the expense of a client. */
  const ask = () => {
    through(async () => {
      if (await isWell(replica)) return { status: 200, text: '', headers: {} };
      throw new NoReply('it is not well yet', true, false);
    }).catch(() => {});
  };
  breaker.onStateChange((state) => {
    onBreaker(names[state] ?? 'closed');
    clearTimeout(rest);
    if (state === CircuitState.Open) rest = setTimeout(ask, traffic.restMs + 1).unref();
  });

  const json = { 'content-type': 'application/json' };
  const replica: Replica = {
    name: host,
    get load() {
      return load;
    },
    get breaker() {
      return names[breaker.state] ?? 'closed';
    },
    get isDoubtful() {
      return Date.now() < doubtfulUntil;
    },
    post: (body, headers) => through(() => exchange('POST', pathname + search, traffic.timeoutMs, headers, body)),
    deliver: ({ bytes, signature }) =>
      through(() => {
        const headers = { 'content-type': 'application/octet-stream', [CONTEXT_HEADER]: signature };
        return exchange('POST', DELIVERY_PATH, DELIVERY_MS, headers, bytes);
      }),
    look: (path) => exchange('GET', path, HEALTH_TIMEOUT_MS),
    probe: (body) => exchange('POST', pathname + search, HEALTH_TIMEOUT_MS, json, body),
    close: async () => {
      clearTimeout(rest);
      const late = setTimeout(() => void pool.destroy(), LAST_CALLS_MS);
      await pool.close().finally(() => clearTimeout(late));
    },
  };
  return replica;
}

function noReply(error: unknown): NoReply {
  if (error instanceof TooLate) return new NoReply('it took too long to answer', false, true);
  if (error instanceof NotSent) return new NoReply(reasonOf(error.cause ?? error), true, false);
  return new NoReply(reasonOf(error), true, true);
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
