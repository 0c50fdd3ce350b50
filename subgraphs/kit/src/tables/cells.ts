import { parse } from 'csv-parse/sync';
import type { WrittenRecord } from './records.ts';

/** The cells of records that are whole. A quote inside a cell that does not begin with one is part of it. */
export function cellsOf(records: readonly WrittenRecord[], delimiter: string): string[][] {
  if (records.length === 0) return [];
  const rows = parse(records.map(({ text }) => text).join('\n'), {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });
  if (rows.length !== records.length) throw new Error(`${records.length} records were read as ${rows.length} rows.`);
  return rows;
}
