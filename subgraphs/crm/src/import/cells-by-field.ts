import { plainCell } from '@mycelium/kit/csv';
import type { ContactField, Meaning } from './meaning.ts';

/** A cell that is not blank, and what its column means. */
export interface Cell extends Meaning {
  text: string;
  /** The name of its column, and its place. */
  column: string;
  at: number;
}

/** The cells of a row that say something, by what their columns mean. */
export function cellsByField(
  row: readonly string[],
  { columns, meanings }: { columns: readonly string[]; meanings: readonly (Meaning | undefined)[] },
) {
  const cells = meanings.flatMap((meaning, at): Cell[] => {
    const written = row[at];
    if (!meaning || !written) return [];
    const text = plainCell(written).replaceAll(/\r\n?/g, '\n').trim();
    return text ? [{ ...meaning, text, column: columns[at] ?? '', at }] : [];
  });
  const byField = Map.groupBy(cells, ({ field }) => field);
  const all = (field: ContactField): readonly Cell[] => byField.get(field) ?? [];
  return {
    all,
    first: (field: ContactField): Cell | undefined => all(field)[0],
    of: (field: ContactField, group: string | undefined): Cell | undefined =>
      all(field).find((cell) => cell.group === group),
  };
}

export type CellsByField = ReturnType<typeof cellsByField>;
