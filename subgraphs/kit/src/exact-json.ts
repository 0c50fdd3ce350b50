// V8 has these since 2023; TypeScript's libraries do not know them yet.
declare global {
  interface JSON {
    /** A value that is written as this text. */
    rawJSON(text: string): { readonly rawJSON: string };
    isRawJSON(value: unknown): value is { readonly rawJSON: string };
    parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  }
}

/** How many digits every double holds. */
const HELD = 15;

/** JSON as `JSON.parse` reads it, but that a number with more digits than a double holds is kept digit by digit, as `JSON.rawJSON`. */
export function parseExact(text: string): unknown {
  return hasLongNumber(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

/** A reviver for `JSON.parse` that keeps what `parseExact` keeps. */
export function keepDigits(_key: string, value: unknown, { source }: { source?: string } = {}): unknown {
  if (typeof value !== 'number' || source === undefined || source.length <= HELD) return value;
  return isHeld(value, source) ? value : JSON.rawJSON(source);
}

/** A whole number also in the way it is written: who reads it as text would not know it with an exponent. */
function isHeld(value: number, source: string): boolean {
  const text = String(value);
  return text === source || (/[.e]/i.test(source) && significant(text) === significant(source));
}

function significant(number: string): string {
  return number
    .replace(/e.*$/i, '')
    .replaceAll(/[-.]/g, '')
    .replaceAll(/^0+|0+$/g, '');
}

/** Whether more digits than that follow each other, in a number or in a text. Of such a row one stands at every sixteenth place, so that few are looked at. */
function hasLongNumber(text: string): boolean {
  for (let at = HELD; at < text.length; at += HELD + 1) {
    if (!isDigit(text, at)) continue;
    let [first, last] = [at, at];
    while (isDigit(text, first - 1)) first -= 1;
    while (isDigit(text, last + 1)) last += 1;
    if (last - first >= HELD) return true;
  }
  return false;
}

/** A point is within a number. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 46;
}
