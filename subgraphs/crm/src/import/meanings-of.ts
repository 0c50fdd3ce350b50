import { headerWords } from './header-words.ts';
import type { ContactField, Meaning, Meanings } from './meaning.ts';
import { presets } from './presets.ts';

/** The column in which we say why rows were refused; in what is mended and imported again it means nothing. */
export const REFUSED_BECAUSE = 'Refused because';

/** What the columns of a table mean, by what they are called. */
export function meaningsOf(columns: readonly string[]): Meanings {
  const said = new Set(columns.filter((column) => column !== REFUSED_BECAUSE));
  const preset = presets.find(({ recognises }) => recognises(said));
  const found = columns.map((column) => (preset ? preset.meaningOf(column) : headerWords(column)));
  return { origin: preset?.origin, columns: givenNames(found) };
}

/** Some call the first name just the name, as in nombre, apellidos. */
function givenNames(columns: readonly (Meaning | undefined)[]): (Meaning | undefined)[] {
  const has = (field: ContactField) => columns.some((meaning) => meaning?.field === field);
  if (!has('FAMILY_NAME') || has('GIVEN_NAME')) return [...columns];
  return columns.map((meaning) => (meaning?.field === 'NAME' ? { ...meaning, field: 'GIVEN_NAME' } : meaning));
}
