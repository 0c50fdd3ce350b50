import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 1_500;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/** How a server is that was asked something: `ok`, or the reason why not. */
export function stateOf(answer: Promise<unknown>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, LOOK_MS, 'does not answer').unref());
  const told = answer.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([told, late]);
}

/** Waits until a server answers, and resolves with whether it was away until then; all who wait at the same time share one look at it. */
export function awaitAnswers(ask: () => Promise<unknown>): (isUnwanted: AbortSignal) => Promise<boolean> {
  const waiting = new Set<AbortSignal>();
  let looking: Promise<boolean> | undefined;

  const look = async (): Promise<boolean> => {
    for (let failures = 0; ; failures += 1) {
      if ((await stateOf(ask())) === 'ok') return failures > 0;
      await sleep(Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS), undefined, { ref: false });
      if (![...waiting].some(({ aborted }) => !aborted)) return true;
    }
  };

  return async (isUnwanted) => {
    waiting.add(isUnwanted);
    looking ??= look().finally(() => {
      looking = undefined;
      waiting.clear();
    });
    const { promise: left, resolve } = Promise.withResolvers<boolean>();
    const leave = () => resolve(true);
    isUnwanted.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([looking, left]);
    } finally {
      isUnwanted.removeEventListener('abort', leave);
    }
  };
}
