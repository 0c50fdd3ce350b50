import type { Content, Item } from '../content/content.ts';
import type { Allergen } from '../generated/graphql.ts';
import { twoVoices } from '../language/language.ts';
import { inEach } from '../language/words.ts';
import { letterOf, sorted } from './allergens.ts';
import { digitsOf, formatPrice } from './price.ts';

export interface Voices {
  first: string;
  second: string | undefined;
}

export interface RowView {
  id: string;
  name: Voices;
  description: string | undefined;
  letters: string;
  calories: number | undefined;
  price: string;
  isSoldOut: boolean;
}

export interface SectionView {
  id: string;
  title: Voices;
  rows: RowView[];
}

/** A board as it is printed: languages chosen, prices written, what is hidden left out. */
export interface BoardView {
  columns: number;
  sections: SectionView[];
  legend: { letter: string; words: string[] }[];
  soldOutWords: string[];
}

/** The printed board of a content; undefined when there is nothing to print. */
export function viewOf({ board, tenant }: Content): BoardView | undefined {
  if (!board) return undefined;
  const languages = board.languages.length > 0 ? board.languages : tenant.languages;
  const sections = board.sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ available }) => available || board.soldOut === 'GREY'),
    }))
    .filter(({ items }) => items.length > 0);
  if (sections.length === 0) return undefined;
  const shown = sections.flatMap(({ items }) => items);
  const digits = digitsOf(shown.map(({ price }) => price));
  const row = (item: Item): RowView => ({
    id: item.id,
    name: twoVoices(item.names, languages),
    description: twoVoices(item.descriptions, languages).first || undefined,
    letters: board.showAllergens ? sorted(item.allergens).map(letterOf).join(' ') : '',
    calories: board.showCalories ? (item.calories ?? undefined) : undefined,
    price: formatPrice(item.price, digits, languages[0] ?? 'en'),
    isSoldOut: !item.available,
  });
  return {
    columns: board.columns,
    sections: sections.map(({ id, names, items }) => ({
      id,
      title: twoVoices(names, languages),
      rows: items.map(row),
    })),
    legend: board.showAllergens ? legendOf(shown, languages) : [],
    soldOutWords: inEach(languages, ({ soldOut }) => soldOut),
  };
}

/** All that decides where things stand. A price or a sold-out mark changes in its place and is not in it. */
export function geometryOf(view: BoardView): string {
  return JSON.stringify([view, priceWidth(view)], (key, value) =>
    key === 'price' || key === 'isSoldOut' ? undefined : value,
  );
}

/** The width of the price column, in digits. */
export function priceWidth({ sections }: BoardView): number {
  return Math.max(...sections.flatMap(({ rows }) => rows.map(({ price }) => price.length)));
}

function legendOf(items: readonly Item[], languages: readonly string[]) {
  return sorted(items.flatMap(({ allergens }) => allergens)).map((allergen: Allergen) => ({
    letter: letterOf(allergen),
    words: inEach(languages, (words) => words.allergens[allergen]),
  }));
}
