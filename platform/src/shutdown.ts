import { say } from './progress.ts';

type Closer = () => unknown;

/** Beside the time in which clients are sent away: for requests that have begun, and for subgraphs to let go. */
const PATIENCE_MS = 20_000;
/** npm and the terminal both deliver one Ctrl-C. */
const SAME_KEYSTROKE_MS = 700;

export interface Shutdown {
  /** What to undo, last in first out. */
  defer(close: Closer): void;
  /** What to end at once when there is no time left. */
  deferForce(end: () => void): void;
  /** Undoes everything and ends the process. */
  end(code: number): Promise<never>;
  readonly isEnding: boolean;
}

/** Ctrl-C and SIGTERM undo what was started, in order; a second one forces. */
export function createShutdown(drainMs = 0): Shutdown {
  const closers: Closer[] = [];
  const forces: (() => void)[] = [];
  let endingSince: number | undefined;

  const force = (code: number): never => {
    for (const end of forces) attempt(end);
    process.exit(code);
  };
  const end = async (code: number): Promise<never> => {
    if (endingSince) return new Promise(() => undefined);
    endingSince = Date.now();
    setTimeout(() => force(code || 1), PATIENCE_MS + drainMs).unref();
    for (const close of closers.reverse()) {
      await Promise.resolve()
        .then(close)
        .catch((error: unknown) => say(`While stopping: ${error instanceof Error ? error.message : error}`));
    }
    process.exit(code);
  };
  const onSignal = () => {
    if (!endingSince) {
      say('Stopping …');
      void end(0);
    } else if (Date.now() - endingSince > SAME_KEYSTROKE_MS) force(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return {
    defer: (close) => void closers.push(close),
    deferForce: (endAtOnce) => void forces.push(endAtOnce),
    end,
    get isEnding() {
      return endingSince !== undefined;
    },
  };
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // It is gone already.
  }
}
