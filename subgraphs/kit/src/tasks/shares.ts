/** Who may begin something next, so that nobody takes all places. */
export interface Shares {
  /** What must not begin now, by its flags. Until `entered` is called nobody else gets an answer. */
  forbidden(paused: Iterable<string>): Promise<string[]>;
  /** Notes that a job with these flags has begun, or that none has. */
  entered(flags?: readonly string[]): void;
  left(flags: readonly string[]): void;
}

/** Sees to it that no flag, which is a kind of task or a tenant, has more places at once than its share. */
export function openShares(share: number): Shares {
  const taken = new Map<string, number>();
  let turn: Promise<void> = Promise.resolve();
  let leaveTurn: (() => void) | undefined;
  return {
    async forbidden(paused) {
      const before = turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      turn = promise;
      await before;
      leaveTurn = resolve;
      const full = [...taken].filter(([, count]) => count >= share).map(([flag]) => flag);
      return [...full, ...paused];
    },
    entered(flags = []) {
      for (const flag of flags) taken.set(flag, (taken.get(flag) ?? 0) + 1);
      leaveTurn?.();
      leaveTurn = undefined;
    },
    left(flags) {
      for (const flag of flags) {
        const count = (taken.get(flag) ?? 0) - 1;
        if (count > 0) taken.set(flag, count);
        else taken.delete(flag);
      }
    },
  };
}
