import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { createLog } from './log.ts';
import { endWhenUncaught } from './uncaught.ts';

/** A process in which something goes wrong that nobody catches: `node --import @mycelium/database/typescript uncaught.testing.ts KIND`. */
const kinds: Record<string, () => void> = {
  'an error in a timer': () => setTimeout(() => boom()),
  'an error in a microtask': () => queueMicrotask(boom),
  'a promise that is rejected': () => void Promise.reject(new Error('boom')),
  'a promise that is rejected with no error': () => void Promise.reject('boom'),
  'an emitter without a listener': () => setImmediate(() => new EventEmitter().emit('error', new Error('boom'))),
  'a socket without a listener': () => void connect(1, '127.0.0.1'),
  'another one while it drains': () => {
    setTimeout(boom);
    setTimeout(boom, 20);
  },
};

function boom(): never {
  throw new Error('boom');
}

endWhenUncaught({
  log: createLog('test', 'info'),
  async drain() {
    await new Promise((resolve) => setTimeout(resolve, 60));
    process.stdout.write('"drained"\n');
  },
});
// It would live on.
setInterval(() => {}, 60_000);
kinds[process.argv[2] ?? '']?.();
