import { type DateOrder, seekDateOrder } from '@mycelium/kit/tables/date-cells';
import { type RefusedRow, readTable, type TableRow } from '@mycelium/kit/tables/read-table';
import { lookAtTable, type NoTable, type OpenBytes, type TableLook } from '@mycelium/kit/tables/table-look';
import type { Meanings } from './meaning.ts';
import { meaningsOf } from './meanings-of.ts';
import { type ReadContact, type Reading, readContact } from './read-contact.ts';

/** All that was found out about a table of contacts; the caller may say each part of it otherwise. */
export interface ContactTable {
  look: TableLook;
  meanings: Meanings;
  /** By column; undefined where none of its dates shows it. */
  dateOrders: (DateOrder | undefined)[];
}

/** Reads a table through, and says how it is written and what its columns mean. */
export async function lookAtContacts(
  open: OpenBytes,
  known?: Partial<Omit<TableLook, 'columns'>>,
): Promise<ContactTable | NoTable> {
  const look = await lookAtTable(open, known);
  if ('refused' in look) return look;
  const meanings = meaningsOf(look.columns);
  const orders = meanings.columns.map((meaning) => (meaning?.field === 'BIRTHDAY' ? seekDateOrder() : undefined));
  if (orders.some((order) => order)) await seeDates(readTable(open, look), orders);
  return { look, meanings, dateOrders: orders.map((order) => order?.found()) };
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

/** The contacts of a table, in batches, as they are read. */
export async function* readContacts(
  open: OpenBytes,
  { look, meanings, dateOrders }: ContactTable,
  by: Pick<Reading, 'country' | 'owners'>,
): AsyncGenerator<ReadContact[]> {
  const reading = { ...by, columns: look.columns, meanings: meanings.columns, dateOrders };
  for await (const rows of readTable(open, look))
    yield rows.map((row) => ('refused' in row ? unreadable(row) : readContact(row, reading)));
}

function unreadable({ line, text, refused }: RefusedRow): ReadContact {
  return { line, refusals: [{ line, value: text, reason: refused }], warnings: [] };
}
