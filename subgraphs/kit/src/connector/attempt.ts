import type { Answer, Call, ConnectorOptions } from './connector.ts';
import { exchange } from './exchange.ts';
import type { Pass } from './gate.ts';
import type { Found } from './gate-state.ts';
import { measuresOf } from './measures.ts';
import { type Attempt, OutsideError } from './outside-error.ts';
import { retryAfter } from './pause.ts';
import { encodeBody } from './sent-body.ts';

export const TIMEOUT_MS = 10_000;

/** One attempt, with its line in the log, its measure, and what it says of the connection. */
export async function makeAttempt<Data>(
  options: ConnectorOptions,
  pass: Pass,
  url: string,
  call: Call<Data>,
  attempts: Attempt[],
): Promise<Omit<Answer<Data>, 'attempts'>> {
  const { vendor, fetch, tenantId, timeoutMs = TIMEOUT_MS, pauseHeaders = [retryAfter], readError } = options;
  const at = new Date();
  const began = performance.now();
  const note = (outcome: Attempt['outcome'], more: Partial<Attempt>): void => {
    const ms = performance.now() - began;
    attempts.push({ at, ms: Math.round(ms), outcome, ...more });
    const measures = measuresOf(vendor);
    measures.attempts.set(outcome, (measures.attempts.get(outcome) ?? 0) + 1);
    measures.seconds += ms / 1_000;
  };
  let found: Found = 'NOTHING';
  try {
    const way = { vendor, fetch, tenantId, timeoutMs, pauseHeaders, readError };
    const received = await exchange(way, { url, ...requestOf(options, call) }, call.answer);
    found = 'WELL';
    note('OK', { status: received.status });
    return received;
  } catch (error) {
    if (error instanceof OutsideError) {
      found = foundBy(error);
      note(error.fault.code, { status: error.status, vendorCode: error.fault.vendorCode });
    }
    throw error;
  } finally {
    await leave(options, pass, found);
  }
}

function requestOf<Data>(
  { headers: always, keyHeader = 'idempotency-key' }: ConnectorOptions,
  { method = 'GET', body, headers, answer, correlationId, again, signal }: Call<Data>,
) {
  const sent = body && encodeBody(body);
  return {
    method,
    signal,
    body: sent?.bytes,
    headers: {
      ...always,
      accept: answer.accept,
      ...(sent && { 'content-type': sent.type }),
      ...(typeof again === 'object' && { [keyHeader]: again.key }),
      'x-correlation-id': correlationId,
      ...headers,
    },
  };
}

/** Who refuses, or asks for a pause, is well. */
function foundBy({ fault, passing, pauseMs }: OutsideError): Found {
  if (pauseMs !== undefined) return { pauseMs };
  return passing && fault.code !== 'PAUSE_ASKED' ? 'FAILED' : 'WELL';
}

async function leave({ vendor, onBreaker }: ConnectorOptions, pass: Pass, found: Found): Promise<void> {
  const change = await pass.leave(found);
  if (change === 'OPENED') measuresOf(vendor).opened += 1;
  if (change) await onBreaker?.(change);
}
