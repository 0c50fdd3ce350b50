import { isDeepStrictEqual } from 'node:util';
import { type ContactFacts, saysTheSame } from './contact-facts.ts';
import { ImportedField } from './import-view.ts';
import type { PlannedContact } from './planned-contact.ts';

export type FactField = Exclude<ImportedField, 'note'>;

const fields = Object.values(ImportedField).filter((field): field is FactField => field !== 'note');

/**
 * A contact without what an import made of it: what is still as the import left it is as it was before, and what somebody has
 * changed since stays and is named.
 */
export function withoutImport(
  { before, after }: Required<Pick<PlannedContact, 'before' | 'after'>>,
  now: ContactFacts,
): { facts: ContactFacts; kept: FactField[] } {
  const written = fields.filter((field) => !isSame(before, after, field));
  const untouched = written.filter((field) => isSame(now, after, field));
  const back = Object.fromEntries(untouched.map((field) => [field, before[field]]));
  return {
    facts: { ...now, ...back },
    kept: written.filter((field) => !untouched.includes(field) && !isSame(now, before, field)),
  };
}

/** What of a contact is no longer as an import left it. */
export function touchedSince(after: ContactFacts, now: ContactFacts): FactField[] {
  return fields.filter((field) => !isSame(now, after, field));
}

function isSame(one: ContactFacts, other: ContactFacts, field: FactField): boolean {
  return isDeepStrictEqual(one[field], other[field]) || saysTheSame({ ...one, [field]: other[field] }, one);
}
