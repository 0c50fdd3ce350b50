import type { Outside } from '@mycelium/kit/context';
import { InnerAddress } from '@mycelium/kit/outside-fetch';
import { pauseOf } from './schedule.ts';
import { WebhookOutcome } from './webhook-attempt.ts';

const TIMEOUT_MS = 15_000;
const SHOWN_BYTES = 2_048;

/** Those with which an endpoint asks to be left in peace for a while. */
const BUSY = [429, 502, 503, 504];
const GONE = 410;

export interface Sent {
  outcome: WebhookOutcome;
  status?: number;
  response?: string;
  /** For how long the endpoint wants to be left in peace. */
  pauseMs?: number;
  /** It says that nobody is there any more. */
  isGone?: boolean;
}

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Makes one attempt. Throws only when it was called off by the signal. */
export async function send(
  fetch: Outside['fetch'],
  { url, headers, body }: Message,
  signal: AbortSignal,
): Promise<Sent> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
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

/** As much of an answer as is shown; the rest is not waited for. */
async function beginningOf(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= SHOWN_BYTES) break;
  }
  // PostgreSQL takes every character but this one.
  return Buffer.concat(chunks).subarray(0, SHOWN_BYTES).toString('utf8').replaceAll('\0', '');
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
}
