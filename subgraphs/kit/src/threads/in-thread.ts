import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a thread does: its module exports it as `make`. */
export type Make<Given, Item, Made> = (given: Given, items: AsyncIterable<Item>) => AsyncIterable<Made>;

/** What a thread is started with. */
export interface Begun {
  module: string;
  given: unknown;
}

/** What it makes is soon forgotten there: it needs no more room for that, and would fill whatever it had. */
const resourceLimits = { maxYoungGenerationSizeMb: 6 };

/** What a thread says, one after the other, each time it has been told to go on. */
export type Said = { wants: true } | { made: string } | { ended: true };

/**
 * What a module makes of items, on a thread of its own, so that this one can do something else meanwhile. The thread takes an
 * item when it needs one, makes nothing before it is asked for, and ends with the work, however that ends. What goes there must be
 * clonable; what comes back comes as JSON, which takes half as long.
 */
export async function* inThread<Given, Item, Made>(
  module: URL,
  given: Given,
  items: AsyncIterable<Item>,
): AsyncGenerator<Made> {
  const workerData: Begun = { module: module.href, given };
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData, resourceLimits });
  const broken = once(thread, 'exit').then(() => {
    throw new Error('A thread ended before its work.');
  });
  // Whoever waits for the thread hears of it.
  broken.catch(() => undefined);
  const source = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const [said] = (await Promise.race([once(thread, 'message'), broken])) as [Said];
      if ('ended' in said) return;
      if ('made' in said) yield JSON.parse(said.made) as Made;
      thread.postMessage('wants' in said ? await source.next() : undefined);
    }
  } finally {
    await thread.terminate();
    await source.return?.();
  }
}
