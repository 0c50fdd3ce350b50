/** A section as it was measured: the height of its title and of each of its rows. */
export interface MeasuredSection {
  id: string;
  title: number;
  rows: readonly number[];
}

/** A run of rows of one section in one column. It has its title, repeated when the section began elsewhere. */
export interface Piece {
  sectionId: string;
  from: number;
  to: number;
}

export type Column = Piece[];
export type Page = Column[];

export interface Frame {
  columns: number;
  height: number;
  /** The space between two sections in one column. */
  gap: number;
}

interface Line {
  section: MeasuredSection;
  index: number;
}

/** What a column costs, as a share of a full one: empty space (squared) is cheaper than a torn section. */
const TORN = 0.12;
const LONELY = 0.3;

/**
 * Sections in reading order over the columns of as few pages as possible; then as evenly as possible, with as few sections
 * torn apart as possible. A row that is higher than the frame gets a column of its own.
 */
export function pack(sections: readonly MeasuredSection[], frame: Frame): Page[] {
  const lines = sections.flatMap((section) => section.rows.map((_, index): Line => ({ section, index })));
  if (lines.length === 0) return [];
  const pages = Math.ceil(fewestColumns(lines, frame) / frame.columns);
  const starts = evenStarts(lines, frame, pages * frame.columns);
  const columns = starts.map((start, at) => piecesOf(lines.slice(start, starts[at + 1] ?? lines.length)));
  return Array.from({ length: Math.ceil(columns.length / frame.columns) }, (_, page) =>
    columns.slice(page * frame.columns, (page + 1) * frame.columns),
  );
}

/** How high a packed column stands. */
export function columnHeight(column: Column, sections: readonly MeasuredSection[], gap: number): number {
  const heights = column.map(({ sectionId, from, to }) => {
    const section = sections.find(({ id }) => id === sectionId);
    return (section?.rows.slice(from, to) ?? []).reduce((sum, row) => sum + row, section?.title ?? 0);
  });
  return heights.reduce((sum, height) => sum + height, (column.length - 1) * gap);
}

function fewestColumns(lines: readonly Line[], frame: Frame): number {
  let columns = 0;
  for (let start = 0; start < lines.length; columns++) start = lastEnd(lines, start, frame);
  return columns;
}

/** Where a column that begins at `start` ends at the latest. */
function lastEnd(lines: readonly Line[], start: number, { height, gap }: Frame): number {
  let end = start + 1;
  while (end < lines.length && heightOf(lines, start, end + 1, gap) <= height) end++;
  return end;
}

/** The cheapest way to cut the lines into at most `columns` columns, by dynamic programming from the end. */
function evenStarts(lines: readonly Line[], frame: Frame, columns: number): number[] {
  const best: { cost: number; end: number }[][] = [];
  const cheapest = (from: number, left: number): number =>
    from === lines.length ? left : (best[left]?.[from]?.cost ?? Number.POSITIVE_INFINITY);
  for (let left = 1; left <= columns; left++) {
    best[left] = lines.map((_, start) => {
      let choice = { cost: Number.POSITIVE_INFINITY, end: start };
      for (let end = lastEnd(lines, start, frame); end > start; end--) {
        const cost = costOf(lines, start, end, frame) + cheapest(end, left - 1);
        if (cost < choice.cost) choice = { cost, end };
      }
      return choice;
    });
  }
  const starts: number[] = [];
  for (let start = 0, left = columns; start < lines.length; left--) {
    starts.push(start);
    start = best[left]?.[start]?.end ?? lines.length;
  }
  return starts;
}

function costOf(lines: readonly Line[], start: number, end: number, { height, gap }: Frame): number {
  const slack = Math.max(0, 1 - heightOf(lines, start, end, gap) / height);
  return slack ** 2 + tearing(lines, end);
}

/** What it costs to end a column here: nothing between sections, most when a single row is left on either side. */
function tearing(lines: readonly Line[], end: number): number {
  const next = lines[end];
  if (!next || next.index === 0) return 0;
  const isLonely = next.index === 1 || next.index === next.section.rows.length - 1;
  return isLonely ? LONELY : TORN;
}

function heightOf(lines: readonly Line[], start: number, end: number, gap: number): number {
  let height = 0;
  for (let at = start; at < end; at++) {
    const line = lines[at];
    if (!line) break;
    if (at === start || line.index === 0) height += line.section.title + (at === start ? 0 : gap);
    height += line.section.rows[line.index] ?? 0;
  }
  return height;
}

function piecesOf(lines: readonly Line[]): Column {
  const pieces: Column = [];
  for (const { section, index } of lines) {
    const last = pieces.at(-1);
    if (last?.sectionId === section.id) last.to = index + 1;
    else pieces.push({ sectionId: section.id, from: index, to: index + 1 });
  }
  return pieces;
}
