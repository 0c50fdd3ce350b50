import { createContext, Script } from 'node:vm';

/** The work took longer than it may. */
export class TookTooLong extends Error {}

const sandbox = createContext({ work: undefined as (() => unknown) | undefined });
const script = new Script('work()');

/**
 * Runs work that waits for nothing, and stops it when its time is over. It is stopped between any two of its steps, so
 * what it has changed is to be thrown away then.
 */
export function limitTime<Result>(ms: number, work: () => Result): Result {
  let result: { value: Result } | undefined;
  sandbox.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(sandbox, { timeout: Math.max(1, Math.ceil(ms)) });
  } catch (error) {
    if (isTimeout(error)) throw new TookTooLong('This takes too long to check');
    throw error;
  } finally {
    sandbox.work = undefined;
  }
  if (!result) throw new TookTooLong('This takes too long to check');
  return result.value;
}

/** It comes from the other context, with an Error of its own. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
