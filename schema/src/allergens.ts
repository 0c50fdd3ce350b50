/**
 * What each allergen is called, in the order of the European regulation (1169/2011, Annex II). A guest who must not eat
 * something reads these words on a board, and who writes the menu reads them in the console: they are said here alone,
 * so that both read the same.
 */
export const allergenNames = {
  en: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'crustaceans',
    EGGS: 'eggs',
    FISH: 'fish',
    PEANUTS: 'peanuts',
    SOYBEANS: 'soy',
    MILK: 'milk',
    NUTS: 'tree nuts',
    CELERY: 'celery',
    MUSTARD: 'mustard',
    SESAME: 'sesame',
    SULPHITES: 'sulphites',
    LUPIN: 'lupin',
    MOLLUSCS: 'molluscs',
  },
  es: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'crustáceos',
    EGGS: 'huevo',
    FISH: 'pescado',
    PEANUTS: 'cacahuates',
    SOYBEANS: 'soya',
    MILK: 'leche',
    NUTS: 'frutos secos (nueces, almendras…)',
    CELERY: 'apio',
    MUSTARD: 'mostaza',
    SESAME: 'ajonjolí',
    SULPHITES: 'sulfitos',
    LUPIN: 'altramuces',
    MOLLUSCS: 'moluscos',
  },
  tr: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'kabuklu deniz ürünleri',
    EGGS: 'yumurta',
    FISH: 'balık',
    PEANUTS: 'yer fıstığı',
    SOYBEANS: 'soya',
    MILK: 'süt',
    NUTS: 'sert kabuklu yemişler (fındık, ceviz, badem…)',
    CELERY: 'kereviz',
    MUSTARD: 'hardal',
    SESAME: 'susam',
    SULPHITES: 'sülfitler',
    LUPIN: 'acı bakla',
    MOLLUSCS: 'yumuşakçalar',
  },
} as const;

export type AllergenName = keyof (typeof allergenNames)['en'];
type Names = Readonly<Record<AllergenName, string>>;

/** The same with a capital, for where each stands alone. */
export function capitalizedAllergens(language: keyof typeof allergenNames): Names {
  const names: Names = allergenNames[language];
  const capital = (name: string) => name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  const capitalized = Object.entries(names).map(([code, name]) => [code, capital(name)]);
  // Entries forget which names they had.
  return Object.fromEntries(capitalized) as Names;
}
