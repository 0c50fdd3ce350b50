import { createContext, Script } from 'node:vm';

/** What was ended because it took too long. */
export class TooLong extends Error {}

const room = createContext({ work: () => undefined });
const script = new Script('work()');

/** Runs what does not wait for anything, and ends it where it stands when it takes longer; nothing in it can catch that. */
export function within<Value>(milliseconds: number, work: () => Value): Value {
  const outer = room.work;
  room.work = work;
  try {
    return script.runInContext(room, { timeout: milliseconds });
  } catch (error) {
    if (isTimeout(error)) throw new TooLong(`It took longer than ${milliseconds} ms.`);
    throw error;
  } finally {
    room.work = outer;
  }
}

/** The error is one of the room, whose classes are not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
