import type { ImportRowKind, ImportRowState } from '../../generated/graphql.ts';
import type { Import } from './imports.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What of an import is looked at. */
export type Shown = Tally | 'warnings' | 'stayed';

/** What there is to look at, that first which somebody has to do something about. */
export function shownOf({ rows, refusalCount, warningCount, stayedCount }: Import): { shown: Shown; count: number }[] {
  const tally = tallyOf(rows).map(([shown, count]) => ({ shown, count }));
  // Cells that are left out alone stand there too, also where no row is refused.
  const refused = refusalCount > 0 ? [{ shown: 'refused' as const, count: rows.refused }] : [];
  return [
    { shown: 'stayed' as const, count: stayedCount },
    ...refused,
    ...tally.filter(({ shown }) => shown !== 'refused'),
    { shown: 'warnings' as const, count: warningCount },
  ].filter(({ shown, count }) => shown === 'refused' || count > 0);
}

/** By what the rows of each are found. */
export const rowsOf: Record<
  Exclude<Shown, 'refused' | 'warnings'>,
  { kind?: ImportRowKind; state?: ImportRowState }
> = {
  created: { kind: 'CREATE' },
  updated: { kind: 'UPDATE' },
  duplicates: { kind: 'DUPLICATE' },
  unchanged: { kind: 'UNCHANGED' },
  stayed: { state: 'STAYED' },
};
