const FIRST_MS = 400;
const LONGEST_MS = 10_000;

/** How long to wait before the next attempt: none for the first, then twice as long each time, jittered. */
export function delayAfter(failures: number, random: () => number = Math.random): number {
  if (failures === 0) return 0;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + random() / 2);
}

/** Waits before the next attempt, shorter when the machine comes back online or the page is looked at again. */
export function waitAfter(failures: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      if (typeof window !== 'undefined') {
        window.removeEventListener('online', done);
        document.removeEventListener('visibilitychange', doneWhenVisible);
      }
      resolve();
    };
    const doneWhenVisible = () => document.visibilityState === 'visible' && done();
    const timer = setTimeout(done, delayAfter(failures));
    if (typeof window === 'undefined') return;
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', doneWhenVisible);
  });
}
