import { makeAttempt, TIMEOUT_MS } from './attempt.ts';
import type { Answer, Call, ConnectorOptions } from './connector.ts';
import { delayAfter, usualDelay } from './delay.ts';
import type { Gate, Pass } from './gate.ts';
import { type Attempt, OutsideError } from './outside-error.ts';
import { openPatience, type Patience } from './patience.ts';

/** How long beyond the time of a probe another call may try in its place. */
const PROBE_MARGIN_MS = 5_000;

/**
 * Makes a call, and makes it again as long as that may help and does no harm. A write is made again under its key, or when it
 * is known that it was not done; else its end is looked up, or is unknown to the caller too.
 */
export async function askUntilDone<Data>(
  options: ConnectorOptions,
  gate: Gate,
  url: string,
  call: Call<Data>,
  attempts: Attempt[],
): Promise<Omit<Answer<Data>, 'attempts'>> {
  const { attempts: most = 4, delay = usualDelay, login } = options;
  const patience = openPatience(options, call.signal, attempts);
  const { method = 'GET' } = call;
  const isHarmless = method === 'GET' || method === 'HEAD' || call.again !== undefined;
  let [made, isUnknown, isRenewed] = [0, false, false];
  for (;;) {
    const mine = (await login?.headers()) ?? {};
    const pass = await passThrough(options, gate, patience, isUnknown);
    made += 1;
    try {
      return await makeAttempt(options, pass, url, { ...call, headers: { ...call.headers, ...mine } }, attempts);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      isUnknown ||= error.end === 'UNKNOWN';
      if (isUnknown) error.end = 'UNKNOWN';
      if (error.isSignedOut && !isRenewed && (await login?.renew(mine))) {
        isRenewed = true;
        made -= 1;
        continue;
      }
      if (isUnknown && call.lookUp) {
        await patience.rest(delayAfter(delay, made));
        const found = await call.lookUp().catch((why: unknown) => {
          throw why instanceof OutsideError ? error : why;
        });
        if (found !== undefined) return { data: found, headers: new Headers() };
        isUnknown = false;
        error.end = 'NOT_DONE';
      }
      const isOver = !error.passing || made >= most || (isUnknown && !isHarmless);
      if (isOver) throw error.pauseMs === undefined ? error : patience.putOff(error, error.pauseMs);
      if (error.pauseMs === undefined) await patience.rest(delayAfter(delay, made));
      else await patience.asked(error, error.pauseMs);
    }
  }
}

/** Waits for a pause that the connection has asked for; throws when it is left alone, or the pause is too long to wait for. */
async function passThrough(
  { vendor, timeoutMs = TIMEOUT_MS }: ConnectorOptions,
  gate: Gate,
  patience: Patience,
  isUnknown: boolean,
): Promise<Pass> {
  for (;;) {
    const pass = await gate.enter(timeoutMs + PROBE_MARGIN_MS);
    if (pass.is === 'GO' || pass.is === 'PROBE') return pass;
    if (pass.is === 'OPEN') {
      const message = `${vendor} has failed too often; calls to it are paused for a moment.`;
      throw patience.putOff(new OutsideError(message, { code: 'LEFT_ALONE' }, true, { isUnknown }), pass.ms);
    }
    const seconds = Math.ceil(pass.ms / 1_000);
    const fault = { code: 'PAUSE_ASKED' as const, values: { seconds } };
    const message = `${vendor} asked us to wait ${seconds} s.`;
    await patience.asked(new OutsideError(message, fault, true, { isUnknown }), pass.ms);
  }
}
