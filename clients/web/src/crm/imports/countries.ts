/** The countries that there are, by their codes, with their names in a language, by name. */
export function countriesIn(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return codes
    .flatMap((value) => {
      const label = names.of(value);
      return label ? [{ value, label }] : [];
    })
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Names that are no country's: of unions, of test locales, and of what is unknown. */
const others = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !others.has(code) && new Intl.Locale(`und-${code}`).region === code);
