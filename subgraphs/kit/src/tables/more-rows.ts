import { readTable } from './read-table.ts';
import type { OpenBytes, TableLook } from './table-look.ts';

/** Whether a table has more rows than so many; it is read no further than it takes to know. */
export async function hasMoreRows(open: OpenBytes, look: TableLook, most: number): Promise<boolean> {
  let count = 0;
  for await (const rows of readTable(open, look)) {
    count += rows.length;
    if (count > most) return true;
  }
  return false;
}
