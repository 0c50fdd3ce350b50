import type { Import } from './imports.ts';

export const tallies = ['created', 'updated', 'duplicates', 'unchanged', 'refused'] as const;
export type Tally = (typeof tallies)[number];

/** How many rows become what; without what there is none of. */
export function tallyOf(rows: Pick<Import['rows'], Tally>): [Tally, number][] {
  return tallies.map((kind): [Tally, number] => [kind, rows[kind]]).filter(([, count]) => count > 0);
}
