import { InnerAddress, type OutsideFetch } from '../outside-fetch.ts';
import { readCapped } from '../read-capped.ts';
import { OutsideError } from './outside-error.ts';
import { type PauseHeader, pauseAsked } from './pause.ts';
import { piecesOf } from './pieces.ts';
import { OddAnswer, type Reader } from './reader.ts';
import type { ReadError, Verdict } from './vendor-errors.ts';

/** Where a call goes, and what is known of who is there. */
export interface Way {
  vendor: string;
  fetch: OutsideFetch['fetch'];
  /** Whose address that is. */
  tenantId: string;
  /** How long an answer may take; one that is read in pieces, until it begins, and from one piece to the next. */
  timeoutMs: number;
  pauseHeaders: readonly PauseHeader[];
  readError: ReadError | undefined;
}

export interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  signal: AbortSignal | undefined;
}

/** Nobody has so much to say in one answer, and in one that is read in pieces. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_STREAMED_BYTES = 1024 * 1024 * 1024;
const MOST_WORDS = 200;

/** Codes of errors with which nothing went out, so that nothing was done. */
const NOT_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
const TOO_MANY_HEADERS = /^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/;

/** One call, once. Throws OutsideError, or the reason of the signal. */
export async function exchange<Data>(
  way: Way,
  { url, method, headers, body, signal }: Request,
  reader: Reader<Data>,
): Promise<{ status: number; headers: Headers; data: Data }> {
  const isUnknown = method !== 'GET' && method !== 'HEAD';
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), way.timeoutMs);
  const stops = AbortSignal.any([late.signal, ...(signal ? [signal] : [])]);
  try {
    const { fetch, tenantId } = way;
    const response = await fetch(url, { tenantId, method, redirect: 'manual', headers, body, signal: stops });
    const { status } = response;
    const told = new Headers([...response.headers]);
    if (reader.isStream && status < 300) {
      const limits = { bytes: MOST_STREAMED_BYTES, ms: way.timeoutMs };
      return { status, headers: told, data: reader.read(piecesOf(way.vendor, response.body, limits)) };
    }
    const { bytes, end } = await readCapped(response.body, { bytes: MOST_BYTES });
    if (end === 'BROKEN') throw new Error('The answer broke off.');
    refuseError(way, status, told, bytes, isUnknown);
    if (end === 'TOO_LONG') throw odd(way, isUnknown, `> ${MOST_BYTES} B`, `more than ${MOST_BYTES} bytes`);
    return { status, headers: told, data: await readBy(way, reader, bytes, isUnknown) };
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    if (signal?.aborted) throw signal.reason;
    throw failureOf(way, url, error, late.signal.aborted, isUnknown);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(way: Way, url: string, error: unknown, isLate: boolean, isUnknown: boolean): OutsideError {
  const { vendor, timeoutMs } = way;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof InnerAddress)
    return new OutsideError(
      `${vendor} is at ${new URL(url).hostname}, in a network that may not be reached.`,
      { code: 'INNER_ADDRESS' },
      false,
    );
  if (isLate) {
    const values = { seconds: Math.ceil(timeoutMs / 1_000) };
    const message = `${vendor} did not answer within ${timeoutMs} ms.`;
    return new OutsideError(message, { code: 'NO_ANSWER', values }, true, { isUnknown });
  }
  const code = String(Reflect.get(Object(cause), 'code'));
  if (TOO_MANY_HEADERS.test(code)) return odd(way, isUnknown, 'headers', 'more headers than anybody needs');
  const wasSent = !NOT_SENT.test(code);
  const message = `${vendor} cannot be reached.`;
  return new OutsideError(message, { code: 'UNREACHABLE' }, true, { isUnknown: isUnknown && wasSent, cause: error });
}

function odd({ vendor }: Way, isUnknown: boolean, words: string, what: string, passing = false): OutsideError {
  return new OutsideError(`${vendor} answered ${what}.`, { code: 'ODD_ANSWER', words }, passing, { isUnknown });
}

async function readBy<Data>(way: Way, reader: Reader<Data>, bytes: Buffer, isUnknown: boolean): Promise<Data> {
  if (reader.isStream) throw odd(way, isUnknown, 'status', 'a status that has no content to be read');
  try {
    return reader.read(bytes);
  } catch (error) {
    if (!(error instanceof OddAnswer)) throw error;
    const { place, why, mayBeCut } = error;
    throw odd(way, isUnknown, place, `what nobody expects, at ${place}: ${why}`, mayBeCut);
  }
}

/** Throws where an answer is an error, by what the vendor says in it, else by its status. */
function refuseError(way: Way, status: number, headers: Headers, bytes: Buffer, isWrite: boolean): void {
  const { vendor, readError, pauseHeaders } = way;
  const verdict = readError?.(valueIn(bytes), status) ?? verdictOf(status);
  if (!verdict) return;
  const { is, code: vendorCode, words = bytes.toString('utf8', 0, 4 * MOST_WORDS).slice(0, MOST_WORDS) } = verdict;
  const asked = verdict.pauseMs ?? pauseAsked(headers, pauseHeaders, Date.now());
  const isPause = is === 'THROTTLED' || (status === 503 && asked !== undefined);
  const said = { words: words || undefined, vendorCode };
  // Who throttles has done nothing; of a failure nobody knows.
  const isUnknown = isWrite && is === 'PASSING';
  if (isPause) {
    const seconds = asked === undefined ? undefined : Math.ceil(asked / 1_000);
    const fault = { code: 'PAUSE_ASKED' as const, values: { seconds: seconds ?? 1 }, ...said };
    const message = seconds === undefined ? `${vendor} asked us to wait.` : `${vendor} asked us to wait ${seconds} s.`;
    throw new OutsideError(message, fault, true, { status, pauseMs: asked, isUnknown });
  }
  const fault = { code: 'REFUSED' as const, values: { status }, ...said };
  const isSignedOut = is === 'SIGNED_OUT';
  throw new OutsideError(`${vendor} answered ${status}: ${words}`, fault, is === 'PASSING', {
    status,
    isSignedOut,
    isUnknown,
  });
}

function verdictOf(status: number): Verdict | undefined {
  if (status < 300) return undefined;
  if (status === 429) return { is: 'THROTTLED' };
  if (status === 401) return { is: 'SIGNED_OUT' };
  return { is: status >= 500 || status === 408 ? 'PASSING' : 'REFUSED' };
}

function valueIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
