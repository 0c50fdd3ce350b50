import { realClock } from './clock.ts';
import type { ConnectorOptions } from './connector.ts';
import { measuresOf } from './measures.ts';
import type { Attempt, OutsideError } from './outside-error.ts';

/** How long one call waits. */
export interface Patience {
  /** A pause of our own. */
  rest(ms: number): Promise<void>;
  /** A pause that was asked for; throws the error, put off, when it is too long for one call. */
  asked(error: OutsideError, ms: number): Promise<void>;
  /** The error, with when to come back. */
  putOff(error: OutsideError, ms: number): OutsideError;
}

const PATIENCE_MS = 15 * 60_000;
/** How far calls that wait for the same moment are spread, so that they do not all go out in it. */
const MOST_SPREAD_MS = 1_000;

/** Each pause is noted with the attempt before it. */
export function openPatience(
  { vendor, patienceMs = PATIENCE_MS, clock = realClock }: ConnectorOptions,
  signal: AbortSignal | undefined,
  attempts: readonly Attempt[],
): Patience {
  let left = patienceMs;
  const rest = async (ms: number): Promise<void> => {
    const last = attempts.at(-1);
    if (last) last.pauseMs = Math.round(ms);
    await clock.sleep(ms, signal);
  };
  const putOff = (error: OutsideError, ms: number): OutsideError => {
    error.until = new Date(clock.now() + ms);
    return error;
  };
  return {
    rest,
    putOff,
    async asked(error, ms) {
      left -= ms;
      if (left < 0) throw putOff(error, ms);
      measuresOf(vendor).pausedSeconds += ms / 1_000;
      await rest(ms + Math.random() * Math.min(MOST_SPREAD_MS, ms / 10));
    },
  };
}
