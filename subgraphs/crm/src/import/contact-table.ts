import { regrouped } from '@mycelium/kit/imports/in-batches';
import { type DateOrder, seekDateOrder } from '@mycelium/kit/tables/date-cells';
import { type RefusedRow, readTable, type TableRow } from '@mycelium/kit/tables/read-table';
import { lookAtTable, type NoTable, type OpenBytes, type TableLook } from '@mycelium/kit/tables/table-look';
import type { ContactField, Meanings } from './meaning.ts';
import { meaningsOf } from './meanings-of.ts';
import { type ReadContact, type Reading, readContact } from './read-contact.ts';

/** All that was found out about a table of contacts; the caller may say each part of it otherwise. */
export interface ContactTable {
  look: TableLook;
  meanings: Meanings;
  /** By column; undefined where none of its dates shows it. */
  dateOrders: (DateOrder | undefined)[];
  /** The first cells of each column. */
  samples: string[][];
}

/** What somebody says of a table, which stands above what is found. */
interface Said {
  look?: Partial<Omit<TableLook, 'columns'>>;
  mapping?: readonly ColumnMapping[];
  dateOrder?: DateOrder | null;
}

/** What a column means, by its name; nothing where it is to be left out. */
interface ColumnMapping {
  column: string;
  field?: ContactField | null;
  group?: string | null;
  label?: string | null;
}

/** Reads a table through, and says how it is written and what its columns mean. */
export async function lookAtContacts(
  open: OpenBytes,
  { look: known, mapping = [], dateOrder }: Said = {},
): Promise<ContactTable | NoTable | { refused: 'UNKNOWN_COLUMN' }> {
  const look = await lookAtTable(open, known);
  if ('refused' in look) return look;
  const meanings = meaningsOf(look.columns);
  for (const { column, field, group, label } of mapping) {
    const at = look.columns.indexOf(column);
    if (at < 0) return { refused: 'UNKNOWN_COLUMN' };
    meanings.columns[at] = field ? { field, group: group || undefined, label: label || undefined } : undefined;
  }
  const orders = meanings.columns.map((meaning) => (meaning?.field === 'BIRTHDAY' ? seekDateOrder() : undefined));
  if (!dateOrder && orders.some((order) => order)) await seeDates(readTable(open, look), orders);
  const dateOrders = orders.map((order) => order && (dateOrder ?? order.found()));
  return { look, meanings, dateOrders, samples: await samplesOf(open, look) };
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 200;

async function samplesOf(open: OpenBytes, look: TableLook): Promise<string[][]> {
  const samples = look.columns.map((): string[] => []);
  for await (const rows of readTable(open, look)) {
    for (const row of rows) {
      if ('refused' in row) continue;
      for (const [at, some] of samples.entries()) {
        const cell = row.cells[at]?.trim();
        if (cell && some.length < SAMPLES) some.push(cell.slice(0, LONGEST_SAMPLE));
      }
    }
    // What the first piece of the file does not show is no sample.
    if (rows.length > 0) break;
  }
  return samples;
}

async function seeDates(
  batches: AsyncIterable<(TableRow | RefusedRow)[]>,
  orders: readonly (ReturnType<typeof seekDateOrder> | undefined)[],
): Promise<void> {
  for await (const rows of batches) {
    for (const row of rows) {
      if ('refused' in row) continue;
      for (const [at, order] of orders.entries()) order?.see(row.cells[at] ?? '');
    }
  }
}

/** So few rows at a time that none of their texts is large for a heap, where it would stay for long. */
const SOME = 50;

/** The contacts of a table, some at a time, as they are read; without those of the first rows. */
export async function* readContacts(
  open: OpenBytes,
  { look, meanings, dateOrders }: ContactTable,
  by: Pick<Reading, 'country' | 'owners'>,
  skip = 0,
): AsyncGenerator<ReadContact[]> {
  const { origin, columns } = meanings;
  const reading = { ...by, columns: look.columns, meanings: columns, origin, dateOrders };
  for await (const rows of regrouped(readTable(open, look), { size: SOME, skip }))
    yield rows.map((row) => ('refused' in row ? unreadable(row) : readContact(row, reading)));
}

function unreadable({ line, text, refused }: RefusedRow): ReadContact {
  return { line, cells: [text], refusals: [{ line, value: text, reason: refused }], warnings: [] };
}
