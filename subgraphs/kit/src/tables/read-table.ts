import { cellsOf } from './cells.ts';
import { textOf } from './encoding.ts';
import { type RecordRefusal, recordsOf } from './records.ts';
import { isBlank, type OpenBytes, SEPARATOR_LINE, type TableLook } from './table-look.ts';

/** A row with a cell for each column; what it left out is empty. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** A row that cannot be read, as it is written. */
export interface RefusedRow {
  line: number;
  text: string;
  refused: RecordRefusal | 'TOO_MANY_CELLS';
}

/** The rows of a file's table in batches, in memory that does not grow with the file. Blank rows are left out. */
export async function* readTable(open: OpenBytes, look: TableLook): AsyncGenerator<(TableRow | RefusedRow)[]> {
  let isBeforeHeader = look.hasHeader;
  for await (const records of recordsOf(textOf(await open(), look.encoding), look.delimiter)) {
    const rows: (TableRow | RefusedRow)[] = [];
    for (const record of records) {
      const { line, text, refused } = record;
      if (refused) {
        rows.push({ line, text, refused });
        continue;
      }
      const row = cellsOf(record, look.delimiter);
      if (isBlank(row) || (line === 1 && SEPARATOR_LINE.test(text))) continue;
      else if (isBeforeHeader) isBeforeHeader = false;
      else rows.push(rowOf(line, text, row, look.columns.length));
    }
    yield rows;
  }
}

function rowOf(line: number, text: string, cells: readonly string[], width: number): TableRow | RefusedRow {
  if (!isBlank(cells.slice(width))) return { line, text, refused: 'TOO_MANY_CELLS' };
  return { line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') };
}
