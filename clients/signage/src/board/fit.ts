import { columnHeight, type Frame, type MeasuredSection, type Page, pack } from './pack.ts';

/** How large the text is, as a part of the screen's short side, and whether items are described. */
export interface TextStyle {
  part: number;
  withDescriptions: boolean;
}

/** From the richest to the smallest: descriptions go first, then the text shrinks, in two steps to 1/36 and no further. */
export const textStyles: readonly TextStyle[] = [24, 29, 36].flatMap((part) => [
  { part, withDescriptions: true },
  { part, withDescriptions: false },
]);

export interface Trial {
  style: TextStyle;
  sections: readonly MeasuredSection[];
  frame: Frame;
  /** In pixels. */
  textSize: number;
}

export interface Fit {
  style: TextStyle;
  columns: number;
  pages: Page[];
  /** For each page, the room that is left for each of its rows, in pixels. */
  air: number[];
}

/** The richest style that needs no more pages than the smallest one, with the room it leaves shared out to the rows. */
export function fit(trials: readonly Trial[]): Fit | undefined {
  const packed = trials.map((trial) => ({ trial, pages: pack(trial.sections, trial.frame) }));
  const fewest = Math.min(...packed.map(({ pages }) => pages.length));
  const best = packed.find(({ pages }) => pages.length === fewest);
  if (!best) return undefined;
  const { trial, pages } = best;
  return { style: trial.style, columns: trial.frame.columns, pages, air: pages.map((page) => airOf(page, trial)) };
}

const MOST_AIR_EM = 0.5;

/** Rows stand equally far apart on the whole page, so that its fullest column decides. */
function airOf(page: Page, { sections, frame, textSize }: Trial): number {
  const rooms = page.map((column) => {
    const rows = column.reduce((count, { from, to }) => count + to - from, 0);
    return (frame.height - columnHeight(column, sections, frame.gap)) / rows;
  });
  return Math.max(0, Math.floor(Math.min(textSize * MOST_AIR_EM, ...rooms)));
}

const NARROWEST_COLUMN_EM = 14;

/** As many columns as the board wants, unless they would be too narrow for a name and its price. */
export function columnsFor(width: number, textSize: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, Math.floor(width / (textSize * NARROWEST_COLUMN_EM))));
}
