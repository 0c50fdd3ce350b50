// Node takes types away, and no more: what is written with decorators or the like needs this.
import '@mycelium/database/typescript';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Begun, Make, Said } from './in-thread.ts';

const { module, given } = workerData as Begun;
const { make } = (await import(module)) as { make: Make<unknown, unknown, unknown> };

for await (const each of make(given, items())) await say({ made: JSON.stringify(each) });
parentPort?.postMessage({ ended: true } satisfies Said);

async function* items(): AsyncGenerator<unknown> {
  for (;;) {
    const { done, value } = (await say({ wants: true })) as IteratorResult<unknown>;
    if (done) return;
    yield value;
  }
}

/** Says something, and waits for the answer. */
async function say(said: Said): Promise<unknown> {
  if (!parentPort) throw new Error('This is no thread.');
  const answer = once(parentPort, 'message');
  parentPort.postMessage(said);
  const [value] = await answer;
  return value;
}
