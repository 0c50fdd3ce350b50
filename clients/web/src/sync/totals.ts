import type { Step } from './runs.ts';

/** What a step counts, beside what it looked at. */
export const counts = [
  'created',
  'updated',
  'removed',
  'zeroed',
  'conflicts',
  'failed',
] as const satisfies (keyof Step)[];
export type Count = (typeof counts)[number];

/** What a run did over all its steps, or would do; without what there was none of. */
export function totalsOf({ steps }: { steps: readonly Pick<Step, Count>[] }): [Count, number][] {
  return counts
    .map((count): [Count, number] => [count, steps.reduce((sum, step) => sum + step[count], 0)])
    .filter(([, number]) => number > 0);
}
