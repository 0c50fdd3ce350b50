import type { ContactReference } from '../contact/contact-reference.ts';
import { keyOfReference, referenceSchema } from '../contact/reference-key.ts';
import type { Cell, CellsByField } from './cells-by-field.ts';
import type { Findings } from './finding.ts';
import { type Origin, systemOf } from './meaning.ts';
import { withSemicolon } from './own-table.ts';

const MOST = 20;
/** A spreadsheet has kept the beginning of a long number alone, which is the id of many. */
const LOST = /^\d+(?:[.,]\d+)?E\+\d+$/i;

/** What other systems call the contact of a row; a cell whose system is not known says nothing. */
export function readReferences(row: CellsByField, origin: Origin | undefined, { refuse }: Findings) {
  const references = new Map<string, ContactReference>();
  for (const { cell, system, id } of [...ofColumns(row, origin), ...ofOwn(row.first('REFERENCES'))]) {
    const reference = referenceSchema.safeParse({ system, id });
    if (!reference.success || LOST.test(id)) refuse('WRONG_FORM', cell, id);
    else if (references.size === MOST) refuse('TOO_MANY', cell, id);
    else references.set(keyOfReference(reference.data), reference.data);
  }
  return [...references.values()];
}

type Read = ContactReference & { cell: Cell };

function ofColumns(row: CellsByField, origin: Origin | undefined): Read[] {
  return row.all('EXTERNAL_ID').flatMap((cell) => {
    const system = systemOf(cell, origin);
    return system ? [{ cell, system, id: cell.text }] : [];
  });
}

/** As our own export writes them: hubspot:17; pipedrive:4; own:a%3Bb. */
function ofOwn(cell: Cell | undefined): Read[] {
  const parts = cell?.text.split(';').filter((part) => part.trim() !== '') ?? [];
  return parts.map((part) => {
    const [, system = '', id = ''] = /^([^:]*):(.*)$/s.exec(part) ?? [];
    return { cell: cell as Cell, system, id: withSemicolon(id) };
  });
}
