import type { Allergen } from '../generated/graphql.ts';
import { base } from './language.ts';

interface Words {
  soldOut: string;
  allergens: Record<Allergen, string>;
  pairing: { open: string; choose: string; type: string };
}

const english: Words = {
  soldOut: 'Sold out',
  allergens: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'crustaceans',
    EGGS: 'egg',
    FISH: 'fish',
    PEANUTS: 'peanut',
    SOYBEANS: 'soy',
    MILK: 'milk',
    NUTS: 'nuts',
    CELERY: 'celery',
    MUSTARD: 'mustard',
    SESAME: 'sesame',
    SULPHITES: 'sulphites',
    LUPIN: 'lupin',
    MOLLUSCS: 'molluscs',
  },
  pairing: { open: 'Open', choose: 'Choose Screens, then Pair a screen', type: 'Type this code' },
};

const spanish: Words = {
  soldOut: 'Agotado',
  allergens: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'crustáceos',
    EGGS: 'huevo',
    FISH: 'pescado',
    PEANUTS: 'cacahuate',
    SOYBEANS: 'soya',
    MILK: 'lácteos',
    NUTS: 'nueces',
    CELERY: 'apio',
    MUSTARD: 'mostaza',
    SESAME: 'ajonjolí',
    SULPHITES: 'sulfitos',
    LUPIN: 'altramuz',
    MOLLUSCS: 'moluscos',
  },
  pairing: { open: 'Abre', choose: 'Elige Pantallas y luego Vincular pantalla', type: 'Escribe este código' },
};

const turkish: Words = {
  soldOut: 'Tükendi',
  allergens: {
    GLUTEN: 'gluten',
    CRUSTACEANS: 'kabuklular',
    EGGS: 'yumurta',
    FISH: 'balık',
    PEANUTS: 'yer fıstığı',
    SOYBEANS: 'soya',
    MILK: 'süt',
    NUTS: 'kuruyemiş',
    CELERY: 'kereviz',
    MUSTARD: 'hardal',
    SESAME: 'susam',
    SULPHITES: 'sülfit',
    LUPIN: 'acı bakla',
    MOLLUSCS: 'yumuşakçalar',
  },
  pairing: { open: 'Açın', choose: 'Önce Ekranlar, sonra Ekran eşle', type: 'Bu kodu yazın' },
};

const languages: Record<string, Words> = { en: english, es: spanish, tr: turkish };

/** The house's own words in a language, in English where it has not been taught them. */
export function wordsIn(language: string): Words {
  return languages[base(language)] ?? english;
}

/** One word per language of the board, each only once. */
export function inEach(boardLanguages: readonly string[], word: (words: Words) => string): string[] {
  return [...new Set(boardLanguages.slice(0, 2).map((language) => word(wordsIn(language))))];
}
