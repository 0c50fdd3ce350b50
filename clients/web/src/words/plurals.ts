/**
 * Texts for every plural form of a language: where one is not said, it is as for many. Spanish has a form of its own for
 * millions ("un millón de créditos"), which in figures reads like any other number.
 */
export function inEveryPlural(language: string, texts: object): object {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const all = Object.entries(texts).flatMap(([name, text]): [string, unknown][] => {
    if (typeof text === 'object' && text !== null) return [[name, inEveryPlural(language, text)]];
    const [bare, other] = name.split(/_(?=other$)/);
    if (other === undefined) return [[name, text]];
    const missing = pluralCategories.filter((category) => !(`${bare}_${category}` in texts));
    return [[name, text], ...missing.map((category): [string, unknown] => [`${bare}_${category}`, text])];
  });
  return Object.fromEntries(all);
}
