import type { CreateMenuBoardInput } from '../generated/graphql.ts';
import type { Board } from './screens.ts';

/** A board as it stands in a form. */
export interface BoardDraft {
  name: string;
  sectionIds: readonly string[];
  columns: number;
  soldOut: Board['soldOut'];
  languages: readonly string[];
  showCalories: boolean;
  showAllergens: boolean;
}

export function newBoard(languages: readonly string[]): BoardDraft {
  return {
    name: '',
    sectionIds: [],
    columns: 3,
    soldOut: 'GREY',
    languages: languages.slice(0, 2),
    showCalories: false,
    showAllergens: true,
  };
}

export function draftOfBoard(board: Board): BoardDraft {
  const { name, columns, soldOut, languages, showCalories, showAllergens, sections } = board;
  return { name, columns, soldOut, languages, showCalories, showAllergens, sectionIds: sections.map(({ id }) => id) };
}

export function boardInputOf(draft: BoardDraft): CreateMenuBoardInput {
  return { ...draft, name: draft.name.trim(), sectionIds: [...draft.sectionIds], languages: [...draft.languages] };
}
