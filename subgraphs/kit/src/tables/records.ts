import { endOfQuoted } from './cells.ts';

/** One record of a table as it is written, with the line on which it begins. */
export interface WrittenRecord {
  line: number;
  text: string;
  /** Why it cannot be read; only its first line is part of it then. */
  refused?: RecordRefusal;
}

export type RecordRefusal = 'QUOTE_NOT_CLOSED' | 'TOO_LONG' | 'NOT_TEXT';

/** The longest record, in letters. */
const LONGEST = 262_144;
/** As much of a refused record as it takes to recognise it. */
const SHOWN = 1000;
const QUOTE = '"';

/**
 * The records of a table's text, a batch for each piece of it. A quoted cell may hold line ends. One that does not end as
 * quoted cells do spoils its record alone: reading goes on at the next line.
 */
export async function* recordsOf(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<WrittenRecord[]> {
  const splitter = splitRecords(delimiter);
  for await (const text of texts) yield splitter.take(text);
  yield splitter.end();
}

/** The same for a text that comes in pieces by hand. */
export function splitRecords(delimiter: string): {
  take: (text: string) => WrittenRecord[];
  end: () => WrittenRecord[];
} {
  const state = { rest: '', line: 1, isInLongLine: false };

  function split(isLast: boolean): WrittenRecord[] {
    const text = state.rest;
    const records: WrittenRecord[] = [];
    let at = 0;
    const add = (end: number, next: number, refused?: RecordRefusal) => {
      const record = recordOf(state.line, text.slice(at, end), refused);
      state.line += linesIn(text.slice(at, next));
      at = next;
      if (record.text !== '') records.push(record);
    };
    if (state.isInLongLine) at = skipLine();
    while (at < text.length) {
      const end = endOfRecord(text, at, delimiter, isLast);
      if (typeof end === 'number') {
        add(end, afterLineEnd(text, end));
        continue;
      }
      const lineEnd = endOfLine(text, at);
      if ((end === 'MORE' || (lineEnd === undefined && !isLast)) && text.length - at <= LONGEST) break;
      if (lineEnd === undefined && !isLast) {
        records.push(recordOf(state.line, text.slice(at), 'TOO_LONG'));
        state.isInLongLine = true;
        at = skipLine();
      } else add(lineEnd ?? text.length, afterLineEnd(text, lineEnd ?? text.length), 'QUOTE_NOT_CLOSED');
    }
    state.rest = text.slice(at);
    return records;

    function skipLine(): number {
      const lineEnd = endOfLine(text, at);
      if (lineEnd === undefined) return text.endsWith('\r') ? text.length - 1 : text.length;
      state.isInLongLine = false;
      state.line += 1;
      return afterLineEnd(text, lineEnd);
    }
  }

  return {
    take: (text) => {
      state.rest += text;
      return split(false);
    },
    end: () => split(true),
  };
}

/** Where the record ends that begins there; MORE of the text is needed to know it, or its quotes are BROKEN. */
function endOfRecord(text: string, from: number, delimiter: string, isLast: boolean): number | 'MORE' | 'BROKEN' {
  let at = from;
  for (;;) {
    const end = text[at] === QUOTE ? afterQuoted(text, at) : endOfPlain(text, at, delimiter);
    if (end === undefined) return isLast ? 'BROKEN' : 'MORE';
    if (end >= text.length) return isLast ? end : 'MORE';
    if (text[end] !== delimiter) return endOfLast(text, end, isLast);
    at = end + 1;
  }
}

function endOfLast(text: string, end: number, isLast: boolean): number | 'MORE' | 'BROKEN' {
  if (text[end] === '\n') return end;
  if (text[end] !== '\r') return 'BROKEN';
  return end + 1 === text.length && !isLast ? 'MORE' : end;
}

function afterQuoted(text: string, from: number): number | undefined {
  const close = endOfQuoted(text, from);
  return close < 0 ? undefined : close + 1;
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Undefined where it is not known yet: a CR may be one half of its end. */
function endOfLine(text: string, from: number): number | undefined {
  const end = endOfPlain(text, from, '\n');
  return end >= text.length || (text[end] === '\r' && end + 1 === text.length) ? undefined : end;
}

function afterLineEnd(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function recordOf(line: number, text: string, refused?: RecordRefusal): WrittenRecord {
  const reason = refused ?? (/[\0\ufffd]/.test(text) ? 'NOT_TEXT' : undefined);
  return reason ? { line, text: text.slice(0, SHOWN).replaceAll('\0', '\ufffd'), refused: reason } : { line, text };
}
