import { allergenNames } from '@mycelium/schema/allergens';
import type { Allergen } from '../generated/graphql.ts';
import { base } from './language.ts';

interface Words {
  soldOut: string;
  allergens: Readonly<Record<Allergen, string>>;
  pairing: { open: string; choose: string; type: string };
  /** Of the mark for staff: how the screen stands, as the console says it, and how old what it shows is. */
  mark: Readonly<Record<'notPaired' | 'connecting' | 'online' | 'noBoard', string>> &
    Readonly<Record<'offline' | 'asOf', (at: string) => string>>;
}

const english: Words = {
  soldOut: 'Sold out',
  allergens: allergenNames.en,
  pairing: { open: 'Open', choose: 'Choose Screens, then Pair a screen', type: 'Type this code' },
  mark: {
    notPaired: 'Not paired',
    connecting: 'Connecting…',
    online: 'Online',
    offline: (since) => `Offline since ${since}`,
    noBoard: 'No board',
    asOf: (at) => `As of ${at}`,
  },
};

const spanish: Words = {
  soldOut: 'Agotado',
  allergens: allergenNames.es,
  pairing: { open: 'Abre', choose: 'Elige Pantallas y luego Vincular pantalla', type: 'Escribe este código' },
  mark: {
    notPaired: 'Sin vincular',
    connecting: 'Conectando…',
    online: 'Conectada',
    offline: (since) => `Sin conexión desde ${since}`,
    noBoard: 'Sin tablero',
    asOf: (at) => `Datos de: ${at}`,
  },
};

const turkish: Words = {
  soldOut: 'Tükendi',
  allergens: allergenNames.tr,
  pairing: { open: 'Açın', choose: 'Önce Ekranlar, sonra Ekran eşleştir', type: 'Bu kodu yazın' },
  mark: {
    notPaired: 'Eşleştirilmemiş',
    connecting: 'Bağlanıyor…',
    online: 'Çevrimiçi',
    offline: (since) => `Çevrimdışı; başlangıç: ${since}`,
    noBoard: 'Pano yok',
    asOf: (at) => `Son güncelleme: ${at}`,
  },
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
