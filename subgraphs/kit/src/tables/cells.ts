import type { WrittenRecord } from './records.ts';

const QUOTE = '"';

/** The cells of a record that is whole. A quote inside a cell that does not begin with one is part of it. */
export function cellsOf({ text }: Pick<WrittenRecord, 'text'>, delimiter: string): string[] {
  if (!text.includes(QUOTE)) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const isQuoted = text[at] === QUOTE;
    const end = isQuoted ? endOfQuoted(text, at) : text.indexOf(delimiter, at);
    const cell = text.slice(isQuoted ? at + 1 : at, end < 0 ? text.length : end);
    cells.push(isQuoted ? cell.replaceAll('""', QUOTE) : cell);
    if (end < 0) break;
    at = end + (isQuoted ? 2 : 1);
  }
  return cells;
}

/** Where the quote stands that ends a cell: one that is not written twice. */
export function endOfQuoted(text: string, from: number): number {
  let close = text.indexOf(QUOTE, from + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  return close;
}
