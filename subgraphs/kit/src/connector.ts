import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  type FailureReason,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { z } from 'zod';
import { InnerAddress, type OutsideFetch } from './outside-fetch.ts';
import { type Body, readCapped } from './read-capped.ts';

export interface ConnectorOptions {
  /** Whom it speaks to, for messages. */
  name: string;
  baseUrl: string;
  /** Its way there, which refuses networks that are not the outside. */
  fetch: OutsideFetch['fetch'];
  /** Whose address that is. */
  tenantId: string;
  headers?: Record<string, string>;
  timeoutMs?: number;
  /** How often a call is made before it counts as failed. */
  attempts?: number;
  /** The pause before the second attempt; it doubles from then on, with some chance in it. */
  pauseMs?: number;
}

interface Call<Schema extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  correlationId: string;
  answer: Schema;
  signal?: AbortSignal;
}

/** Another company's API, over HTTP and JSON. */
export interface Connector {
  call<Schema extends z.ZodType>(path: string, call: Call<Schema>): Promise<z.output<Schema>>;
  /** The most attempts that a call has taken. */
  readonly attempts: number;
}

/** Why a call to the outside failed, for those who say it in words of their own. */
export interface OutsideFault {
  code: 'UNREACHABLE' | 'NO_ANSWER' | 'PAUSE_ASKED' | 'REFUSED' | 'ODD_ANSWER' | 'LEFT_ALONE' | 'INNER_ADDRESS';
  values?: Record<string, number>;
  /** What the other side said, or where in its answer the trouble is. */
  words?: string;
}

/** Why a call to the outside failed; `retryAfterMs` when the other side said when it will listen again. */
export class OutsideError extends Error {
  constructor(
    message: string,
    readonly fault: OutsideFault,
    /** Whether asking again may help. */
    readonly passing: boolean,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

const LEFT_ALONE: OutsideFault = { code: 'LEFT_ALONE' };
const LONGEST_PAUSE_MS = 30_000;
const BREAKS_AFTER = 10;
const HALF_OPEN_AFTER_MS = 10_000;
/** Nobody has so much to say in one answer. */
const MOST_BYTES = 16 * 1024 * 1024;

/** One breaker per address, shared by all connectors of the process: what is down is down for all. */
const breakers = new Map<string, CircuitBreakerPolicy>();

/** Calls with a time limit, retries with back-off, respect for rate limits, and a circuit breaker; answers are checked before they come in. */
export function connect({
  name,
  baseUrl,
  fetch,
  tenantId,
  headers,
  timeoutMs = 10_000,
  attempts = 4,
  pauseMs = 250,
}: ConnectorOptions): Connector {
  const passing = handleWhen((error) => error instanceof OutsideError && error.passing);
  const backoff = new DelegateBackoff<IRetryBackoffContext<unknown>>((context) => pause(pauseMs, context));
  const retrying = retry(passing, { maxAttempts: attempts - 1, backoff });
  const policy = wrap(retrying, breakerOf(baseUrl));
  let most = 0;

  return {
    async call(path, call) {
      let made = 0;
      try {
        return await policy.execute(async () => {
          made += 1;
          return once(
            { name, fetch, tenantId },
            `${baseUrl.replace(/\/$/, '')}${path}`,
            headers ?? {},
            timeoutMs,
            call,
          );
        }, call.signal);
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new OutsideError(`${name} has failed too often and is left alone for a moment.`, LEFT_ALONE, true);
        throw error;
      } finally {
        most = Math.max(most, made);
      }
    },
    get attempts() {
      return most;
    },
  };
}

function breakerOf(baseUrl: string): CircuitBreakerPolicy {
  const known = breakers.get(baseUrl);
  if (known) return known;
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof OutsideError && error.passing && error.retryAfterMs === undefined),
    { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new ConsecutiveBreaker(BREAKS_AFTER) },
  );
  breakers.set(baseUrl, breaker);
  return breaker;
}

/** The pause that the other side asked for, else one that doubles, with some chance in it. */
function pause(pauseMs: number, { attempt, result }: { attempt: number; result: FailureReason<unknown> }): number {
  const asked = 'error' in result && result.error instanceof OutsideError ? result.error.retryAfterMs : undefined;
  return Math.min(asked ?? pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2), LONGEST_PAUSE_MS);
}

async function once<Schema extends z.ZodType>(
  { name, fetch, tenantId }: Pick<ConnectorOptions, 'name' | 'fetch' | 'tenantId'>,
  url: string,
  headers: Record<string, string>,
  timeoutMs: number,
  { method = 'GET', body, correlationId, answer }: Call<Schema>,
): Promise<z.output<Schema>> {
  const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  const response = await limit
    .execute(({ signal }) =>
      fetch(url, {
        tenantId,
        method,
        redirect: 'error',
        headers: { ...headers, 'content-type': 'application/json', 'x-correlation-id': correlationId },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal,
      }).then(async ({ status, headers, body }) => ({ status, headers, ...(await readText(body)) })),
    )
    .catch((error: unknown) => {
      if (error instanceof Error && error.cause instanceof InnerAddress)
        throw new OutsideError(
          `${name} is at ${new URL(url).hostname}, in a network that may not be reached.`,
          { code: 'INNER_ADDRESS' },
          false,
        );
      if (!(error instanceof TaskCancelledError))
        throw new OutsideError(`${name} cannot be reached.`, { code: 'UNREACHABLE' }, true);
      const values = { seconds: Math.ceil(timeoutMs / 1_000) };
      throw new OutsideError(`${name} did not answer within ${timeoutMs} ms.`, { code: 'NO_ANSWER', values }, true);
    });
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    const fault = { code: 'PAUSE_ASKED' as const, values: { seconds } };
    throw new OutsideError(`${name} asks for a pause of ${seconds} s.`, fault, true, seconds * 1_000);
  }
  const { status } = response;
  if (status < 400 && response.isTooLong)
    throw new OutsideError(
      `${name} answered more than ${MOST_BYTES} bytes.`,
      { code: 'ODD_ANSWER', words: `> ${MOST_BYTES} B` },
      false,
    );
  if (status >= 400) {
    const words = response.text.slice(0, 200);
    const fault = { code: 'REFUSED' as const, values: { status }, words: words || undefined };
    throw new OutsideError(`${name} answered ${status}: ${words}`, fault, status >= 500);
  }
  const parsed = answer.safeParse(readJson(response.text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.');
  throw new OutsideError(
    `${name} answered what nobody expects, at ${place}: ${issue?.message}`,
    { code: 'ODD_ANSWER', words: place },
    false,
  );
}

/** As far as it may go; throws when the line broke before. */
async function readText(body: Body): Promise<{ text: string; isTooLong: boolean }> {
  const { bytes, end } = await readCapped(body, { bytes: MOST_BYTES });
  if (end === 'BROKEN') throw new Error('The answer broke off.');
  return { text: new TextDecoder().decode(bytes), isTooLong: end === 'TOO_LONG' };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
