import type { Context } from '@mycelium/kit/context';
import { keyOfReference } from '../contact/reference-key.ts';
import { claimReferences } from '../contact/set-references.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';

/** The rows whose ids of other systems somebody else has by now; what those had who were removed is theirs. */
export async function takenReferences(
  ctx: Context,
  of: Import,
  rows: readonly WritableRow[],
): Promise<ReadonlySet<WritableRow>> {
  const added = rows.map((row) => {
    const known = new Set(row.plan.before?.references?.map(keyOfReference));
    return { row, references: (row.plan.after.references ?? []).filter((each) => !known.has(keyOfReference(each))) };
  });
  const found = await claimReferences(
    ctx,
    of,
    added.flatMap(({ references }) => references),
  );
  const taken = new Set(found.map(keyOfReference));
  const theirs = added.filter(({ references }) => references.some((each) => taken.has(keyOfReference(each))));
  return new Set(theirs.map(({ row }) => row));
}
