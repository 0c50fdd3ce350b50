import { legible } from '@mycelium/kit/legible';
import type { Vault } from '@mycelium/kit/vault';
import { factsOfDraft } from './contact-facts.ts';
import type { Import } from './import.ts';
import { type JudgedBy, judgeRow, type RowFinding } from './judge-row.ts';
import { sealPlan } from './planned-contact.ts';
import type { ReadContact } from './read-contact.ts';
import { type ContactKey, keysOf } from './same-contact.ts';

/** What of an import its rows are judged and known by. */
export type KeyedBy = JudgedBy & Pick<Import, 'tenantId'>;

/** All that can be said of a row before it is its turn, with the keys by which its contact may be there. What must not lie open is sealed already. */
export interface KeyedRow {
  line: number;
  /** What it plans where nobody is there; without it the row is refused. */
  sealedPlan?: string;
  name?: string;
  /** By which our own export names its contact. */
  ownId?: string;
  keys: readonly ContactKey[];
  sealedCells?: string;
  findings: KeptFinding[];
}

interface KeptFinding extends Omit<RowFinding, 'value'> {
  sealedValue?: string;
}

export function keyedRow(vault: Vault, of: KeyedBy, read: ReadContact): KeyedRow {
  const { line, contact, cells, findings } = judgeRow(read, of);
  const row = {
    line,
    sealedCells: cells && vault.seal(JSON.stringify(cells)),
    findings: findings.map(({ value, ...finding }) => ({
      ...finding,
      sealedValue: value === undefined ? undefined : vault.seal(legible(value)),
    })),
  };
  if (!contact) return { ...row, keys: [] };
  const { name, ownId, notes } = contact;
  const after = factsOfDraft(contact);
  const sealedPlan = sealPlan(vault, { after, notes: notes ? [notes] : [] });
  return { ...row, name, ownId, sealedPlan, keys: keysOf(vault, of.tenantId, after) };
}
