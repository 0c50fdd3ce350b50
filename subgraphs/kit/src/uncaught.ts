import type { Logger } from './log.ts';

/** The exit code of a process that ended because nobody knew its state any more: whoever looks after it starts it again. */
export const UNKNOWN_STATE = 70;

/** An answer that never comes must not keep such a process alive. */
const LONGEST_DRAIN_MS = 25_000;

interface UncaughtOptions {
  log: Logger;
  /** Lets go of everything, in order; what is under way may finish. */
  drain(): Promise<unknown>;
}

let uncaught = 0;

/** How often something was caught by nobody in this process. */
export function uncaughtCount(): number {
  return uncaught;
}

/** What nobody caught is told with its cause and counted. The process then takes nothing new, lets go of what it holds and ends: it does not go on in a state that nobody knows. */
export function endWhenUncaught({ log, drain }: UncaughtOptions): void {
  let isEnding = false;
  const end = (error: unknown, origin: string): void => {
    uncaught += 1;
    log.fatal({ err: error, origin, times: uncaught }, 'nobody caught this, so the process ends');
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(UNKNOWN_STATE), LONGEST_DRAIN_MS).unref();
    Promise.resolve()
      .then(drain)
      .catch((failure: unknown) => log.fatal({ err: failure }, 'the process could not let go of everything'))
      .finally(() => process.exit(UNKNOWN_STATE));
  };
  process.on('uncaughtException', (error, origin) => end(error, origin));
  process.on('unhandledRejection', (reason) => end(reason, 'unhandledRejection'));
}
