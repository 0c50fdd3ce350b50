/** What this thread has worked, in milliseconds: on a busy machine much less than what has passed. */
export function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** What work that waits for nothing costs this thread, in milliseconds: the least of three times that it is done. */
export function costMs(work: () => unknown): number {
  const costs = [1, 2, 3].map(() => {
    const begin = workedMs();
    work();
    return workedMs() - begin;
  });
  return Math.min(...costs);
}
