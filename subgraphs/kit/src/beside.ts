import { type Context, resourcesOf } from './context.ts';

type Work = () => Promise<unknown>;

/** How much may wait at most: whoever is flooded with refusals does not keep them all. */
const MOST_WAITING = 1_000;

const untilOver = new WeakMap<Context, Work[]>();
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Does something once the call's transaction has ended, kept or not, and lets nobody wait for it. A failure is logged. */
export function whenOver(context: Context, work: Work): void {
  untilOver.set(context, [...(untilOver.get(context) ?? []), work]);
}

/** The transaction has ended. What waited for that is done one after the other, so that it takes one of the connections for work in the background at most. */
export function isOver(context: Context): void {
  const works = untilOver.get(context) ?? [];
  untilOver.delete(context);
  for (const work of works) {
    if (waiting >= MOST_WAITING) {
      context.log.warn('what was to be done after a call is left out: too much waits already');
      continue;
    }
    waiting += 1;
    last = last
      .then(() => resourcesOf(context).background.run('after calls', work))
      .catch((error: unknown) => context.log.error({ err: error }, 'work after a call failed'))
      .finally(() => {
        waiting -= 1;
      });
  }
}

/** Resolves when what waits now is done. */
export async function besideDone(): Promise<void> {
  await last;
}
