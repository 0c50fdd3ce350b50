import type { Vault } from '@mycelium/kit/vault';
import { factsOfDraft } from './contact-facts.ts';
import type { Import } from './import.ts';
import { type JudgedBy, type JudgedRow, judgeRow } from './judge-row.ts';
import type { ReadContact } from './read-contact.ts';
import { type ContactKey, keysOf } from './same-contact.ts';

/** What of an import its rows are judged and known by. */
export type KeyedBy = JudgedBy & Pick<Import, 'tenantId'>;

/** A row as it is imported, with the keys by which its contact may be there. */
export interface KeyedRow extends JudgedRow {
  keys: readonly ContactKey[];
}

/** What can be said of a row before it is its turn. */
export function keyedRow(vault: Vault, of: KeyedBy, read: ReadContact): KeyedRow {
  const row = judgeRow(read, of);
  return { ...row, keys: row.contact ? keysOf(vault, of.tenantId, factsOfDraft(row.contact)) : [] };
}
