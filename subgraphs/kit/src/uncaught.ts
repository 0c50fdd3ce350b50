import type { Logger } from './log.ts';

/** The exit code of a process whose state nobody knew any more: whoever looks after it starts it again. */
export const UNKNOWN_STATE = 70;

/** What never comes to its end must not keep such a process alive. */
const LONGEST_DRAIN_MS = 25_000;

interface UncaughtOptions {
  log: Logger;
  /** Whether the process ends by itself already, which cuts off much. */
  isExpected?(): boolean;
  /** Takes nothing new and lets go of everything; what is under way may finish. */
  drain(): Promise<unknown>;
}

let uncaught = 0;

/** How often something was caught by nobody in this process. */
export function uncaughtCount(): number {
  return uncaught;
}

/** What nobody caught is logged with its cause and counted; the process then drains and ends, and does not go on in a state that nobody knows. */
export function endWhenUncaught({ log, isExpected = () => false, drain }: UncaughtOptions): void {
  let isEnding = false;
  const end = (error: unknown, origin: string): void => {
    if (!isEnding && isExpected()) return;
    uncaught += 1;
    log.fatal({ err: error, origin, times: uncaught }, 'nobody caught this: the process ends');
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(UNKNOWN_STATE), LONGEST_DRAIN_MS).unref();
    Promise.resolve()
      .then(drain)
      .catch((failure: unknown) => log.fatal({ err: failure }, 'not everything could be let go of'))
      .finally(() => process.exit(UNKNOWN_STATE));
  };
  process.on('uncaughtException', (error, origin) => end(error, origin));
  process.on('unhandledRejection', (reason) => end(reason, 'unhandledRejection'));
}
