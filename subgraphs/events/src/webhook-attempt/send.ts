import type { Outside } from '@mycelium/kit/context';
import { InnerAddress } from '@mycelium/kit/outside-fetch';
import { type Body, readCapped } from '@mycelium/kit/read-capped';
import { pauseOf } from './schedule.ts';
import { WebhookOutcome } from './webhook-attempt.ts';

const TIMEOUT_MS = 15_000;
const SHOWN_BYTES = 2_048;
/** The status says what became of the message; the body is for people to look at. */
const ANSWER = { bytes: 64 * 1024, ms: 1_000 };

/** The statuses with which an endpoint asks for a pause. */
const BUSY = [429, 502, 503, 504];
const GONE = 410;

export interface Sent {
  outcome: WebhookOutcome;
  status?: number;
  response?: string;
  /** How long a pause the endpoint asks for. */
  pauseMs?: number;
  /** Whether the endpoint says that nobody is there any more (410). */
  isGone?: boolean;
}

export interface Message {
  /** Whose endpoint it is. */
  tenantId: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Makes one attempt. Throws only when it was called off by the signal before there was a status: who answered has the
 * message, or has refused it, whatever its body does.
 */
export async function send(
  fetch: Outside['fetch'],
  { tenantId, url, headers, body }: Message,
  signal: AbortSignal,
): Promise<Sent> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      tenantId,
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline]),
    });
    const { status } = response;
    const pauseMs = BUSY.includes(status) ? pauseOf(response.headers.get('retry-after')) : undefined;
    return {
      outcome: outcomeOf(status),
      status,
      response: await beginningOf(response.body),
      pauseMs,
      isGone: status === GONE,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    if (deadline.aborted) return { outcome: WebhookOutcome.TIMEOUT };
    if (error instanceof Error && error.cause instanceof InnerAddress) return { outcome: WebhookOutcome.INNER_ADDRESS };
    return { outcome: WebhookOutcome.UNREACHABLE, response: reasonOf(error) };
  }
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return WebhookOutcome.DELIVERED;
  return status >= 300 && status < 400 ? WebhookOutcome.REDIRECTED : WebhookOutcome.REFUSED;
}

/** What it said beside its status, as far as that is shown. */
async function beginningOf(body: Body): Promise<string> {
  const { bytes } = await readCapped(body, ANSWER);
  // PostgreSQL takes every character but this one.
  return bytes.subarray(0, SHOWN_BYTES).toString('utf8').replaceAll('\0', '');
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
}
