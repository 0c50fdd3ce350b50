import { type VaultKeys, vaultWith } from '@mycelium/kit/vault';
import { type ContactTable, readContacts } from './contact-table.ts';
import { type KeyedBy, type KeyedRow, keyedRow } from './keyed-row.ts';
import type { Reading } from './read-contact.ts';

/** How a table is read on a thread of its own. */
export interface TableReading {
  table: ContactTable;
  by: Pick<Reading, 'country' | 'owners'>;
  of: KeyedBy;
  vault: VaultKeys;
  /** So many of its rows are known. */
  skip: number;
}

/** Reads a table's bytes: its rows as they are judged, some at a time, each with the keys of its contact. */
export async function* make(
  { table, by, of, vault, skip }: TableReading,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<KeyedRow[]> {
  const own = vaultWith(vault);
  for await (const contacts of readContacts(() => bytes, table, by, skip))
    yield contacts.map((contact) => keyedRow(own, of, contact));
}
