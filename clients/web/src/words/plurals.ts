/**
 * Texts for every plural form of a language: where one is not said, it is as for many. Spanish has a form of its own for
 * millions ("un millón de créditos"), which in figures reads like any other number.
 */
export function inEveryPlural(language: string, texts: object): object {
  const pluralCategories = categoriesOf(language);
  const all = Object.entries(texts).flatMap(([name, text]): [string, unknown][] => {
    if (typeof text === 'object' && text !== null) return [[name, inEveryPlural(language, text)]];
    const [bare, other] = name.split(/_(?=other$)/);
    if (other === undefined) return [[name, text]];
    const missing = pluralCategories.filter((category) => !(`${bare}_${category}` in texts));
    return [[name, text], ...missing.map((category): [string, unknown] => [`${bare}_${category}`, text])];
  });
  return Object.fromEntries(all);
}

const known = new Map<string, readonly string[]>();

/** Asking costs more than all else here, and texts are in hundreds of groups. */
function categoriesOf(language: string): readonly string[] {
  const categories = known.get(language) ?? new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  known.set(language, categories);
  return categories;
}
