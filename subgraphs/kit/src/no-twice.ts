import type { z } from 'zod';

/** Refuses the first entry that a list has a second time, with its path. */
export function noTwice(message: string) {
  return (list: readonly unknown[], { addIssue }: z.RefinementCtx): void => {
    const second = list.findIndex((entry, index) => list.indexOf(entry) < index);
    if (second >= 0) addIssue({ code: 'custom', message, path: [second], params: { reason: 'TWICE' } });
  };
}
