/** Rings at the earliest of all times that it was given. */
export function openAlarm(ring: () => void): { at(time: Date): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let nextAt = Number.POSITIVE_INFINITY;
  let isStopped = false;
  return {
    at(time) {
      if (isStopped || time.getTime() >= nextAt) return;
      clearTimeout(timer);
      nextAt = time.getTime();
      // Clocks differ: what is due by ours may not be by that of the database.
      timer = setTimeout(
        () => {
          nextAt = Number.POSITIVE_INFINITY;
          ring();
        },
        Math.min(Math.max(0, nextAt - Date.now()) + 10, 2 ** 31 - 1),
      );
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
