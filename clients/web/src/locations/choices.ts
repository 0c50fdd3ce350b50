interface Choice {
  value: string;
  label: string;
}

/** Codes that are not those of a country: unions, and what is unknown or made up. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country by its name, in the order of the language. */
export function countryChoices(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const choices = codes.filter(isCountry).map((value) => ({ value, label: names.of(value) ?? '' }));
  const collator = new Intl.Collator(language);
  return choices.filter(({ label }) => label !== '').toSorted((a, b) => collator.compare(a.label, b.label));
}

/** A code that was replaced becomes the newer one. */
function isCountry(code: string): boolean {
  return !NO_COUNTRY.has(code) && new Intl.Locale('und', { region: code }).region === code;
}

/** Coins that are the smallest somewhere, in minor units. */
const coins = [5, 10, 20, 25, 50, 100];

/** The smallest coins to choose from, with the one that is chosen. */
export function coinChoices(chosen: string): number[] {
  return [...new Set([...coins, ...(chosen === '' ? [] : [Number(chosen)])])].toSorted((a, b) => a - b);
}
