import { cellsOf } from './cells.ts';
import { type Encoding, seekEncoding, textOf } from './encoding.ts';
import { splitRecords } from './records.ts';

/** How a table is written, as it was found or as somebody said that it is. */
export interface TableLook {
  encoding: Encoding;
  delimiter: string;
  hasHeader: boolean;
  /** What its columns are called, each differently: a repeated name has its count, and a missing one its place. */
  columns: string[];
}

/** Why a file holds no table. */
export interface NoTable {
  refused: 'EMPTY_FILE' | 'NO_ROWS' | 'NOT_TEXT';
}

/** A file's bytes, from the beginning. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;

/** From what a file begins with one sees how it is written. */
const SAMPLE = 65_536;
const SAMPLE_RECORDS = 100;
const DELIMITERS = [',', ';', '\t', '|'];
/** A first line by which Excel says what parts the cells. */
export const SEPARATOR_LINE = /^"?sep=([^"])"?$/i;

/** How a file's table is written; what the caller knows better stands. Its bytes are read through once. */
export async function lookAtTable(
  open: OpenBytes,
  known: Partial<Omit<TableLook, 'columns'>> = {},
): Promise<TableLook | NoTable> {
  const found = await readThrough(open);
  if ('refused' in found) return found;
  const encoding = known.encoding ?? found.encoding;
  const sample = await sampleOf(found.sample, encoding);
  const said = SEPARATOR_LINE.exec(sample.slice(0, sample.search(/[\r\n]|$/)))?.[1];
  const delimiter = known.delimiter ?? said ?? delimiterOf(sample);
  const [first, ...others] = rowsOf(sample, delimiter);
  if (!first) return { refused: found.isWhole ? 'EMPTY_FILE' : 'NO_ROWS' };
  const hasHeader = known.hasHeader ?? !first.some(isData);
  if (hasHeader && found.isWhole && others.length === 0) return { refused: 'NO_ROWS' };
  const width = Math.max(first.length, ...(hasHeader ? [] : others.map(({ length }) => length)));
  return { encoding, delimiter, hasHeader, columns: namesOf(hasHeader ? first : [], width) };
}

interface ReadThrough {
  encoding: Encoding;
  /** The first bytes, which are all where it is whole. */
  sample: Uint8Array[];
  isWhole: boolean;
}

async function readThrough(open: OpenBytes): Promise<NoTable | ReadThrough> {
  const seeker = seekEncoding();
  const sample: Uint8Array[] = [];
  let kept = 0;
  let length = 0;
  for await (const bytes of await open()) {
    seeker.see(bytes);
    length += bytes.length;
    if (!seeker.isText()) return { refused: 'NOT_TEXT' };
    if (kept >= SAMPLE) continue;
    sample.push(bytes.subarray(0, SAMPLE - kept));
    kept += bytes.length;
  }
  if (length === 0) return { refused: 'EMPTY_FILE' };
  return { encoding: seeker.found(), sample, isWhole: length <= SAMPLE };
}

async function sampleOf(bytes: readonly Uint8Array[], encoding: Encoding): Promise<string> {
  let text = '';
  for await (const piece of textOf(each(bytes), encoding)) text += piece;
  return text;
}

async function* each(bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

/** What gives most rows as many cells as the first has, and then what gives the most. */
function delimiterOf(sample: string): string {
  const fits = DELIMITERS.map((delimiter) => {
    const [first, ...others] = rowsOf(sample, delimiter);
    const width = first?.length ?? 0;
    const alike = others.filter(({ length }) => length === width).length;
    return { delimiter, width, share: others.length === 0 ? 1 : alike / others.length };
  });
  const [best] = fits.filter(({ width }) => width > 1).sort((a, b) => b.share - a.share || b.width - a.width);
  return best?.delimiter ?? ',';
}

/** The first rows that are sound and not blank. */
function rowsOf(sample: string, delimiter: string): string[][] {
  const splitter = splitRecords(delimiter);
  const all = [...splitter.take(sample), ...splitter.end()].slice(0, SAMPLE_RECORDS);
  const sound = all.filter(({ refused, text }, at) => !refused && !(at === 0 && SEPARATOR_LINE.test(text)));
  return sound.map((record) => cellsOf(record, delimiter)).filter((row) => !isBlank(row));
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Whether a cell of the first row is no name of a column: an address or a number. */
function isData(cell: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim()) || /^\+?[\d\s()./-]{5,}$/.test(cell.trim());
}

function namesOf(header: readonly string[], width: number): string[] {
  const names = new Set<string>();
  for (let at = 0; at < width; at += 1) {
    const name = header[at]?.replace(/\s+/g, ' ').trim() || `Column ${at + 1}`;
    let unique = name;
    for (let count = 2; names.has(unique); count += 1) unique = `${name} (${count})`;
    names.add(unique);
  }
  return [...names];
}
