import { createContext, Script } from 'node:vm';
import { workedMs } from '@mycelium/schema/worked';

/** The work took longer than it may. */
export class TookTooLong extends Error {}

const sandbox = createContext({ work: undefined as (() => unknown) | undefined });
const script = new Script('work()');

/** A machine that does nothing for us for so many tries is out of order. */
const MOST_TRIES = 20;

/**
 * Runs work that waits for nothing, and stops it when it has worked for so many milliseconds. It is stopped between any
 * two of its steps, so what it has changed is to be thrown away then. The clock stops it, and time passes also while
 * others have the processor: then it is begun again with what is left.
 */
export function limitTime<Result>(ms: number, work: () => Result): Result {
  const begin = workedMs();
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const left = ms - (workedMs() - begin);
    if (left <= 0) break;
    const done = within(left, work);
    if (done) return done.value;
  }
  throw new TookTooLong('This takes too long to check');
}

/** Does the work within a time; undefined when it was stopped. */
function within<Result>(ms: number, work: () => Result): { value: Result } | undefined {
  let result: { value: Result } | undefined;
  sandbox.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(sandbox, { timeout: Math.max(1, Math.ceil(ms)) });
    return result;
  } catch (error) {
    if (isTimeout(error)) return undefined;
    throw error;
  } finally {
    sandbox.work = undefined;
  }
}

/** Whether the time was over; the error comes from another context, whose Error is another class. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
