/** What is wrong with a value, wherever it comes from, and where in it. */
export interface Flaw {
  message: string;
  path: readonly (string | number)[];
  reason: string;
  limit?: number;
}

const MOST_LEVELS = 64;
/** How many characters all texts and keys of one value may have together. */
const MOST_CHARACTERS = 1_000_000;

/** The same flaw, seen from the value that has the other one under this key. */
export function within(key: string | number, flaw: Flaw | undefined): Flaw | undefined {
  return flaw && { ...flaw, path: [key, ...flaw.path] };
}

/** Neither PostgreSQL nor UTF-8 can keep a NUL or half of a surrogate pair. */
export function flawInText(text: string): Flaw | undefined {
  if (text.isWellFormed() && !text.includes('\0')) return undefined;
  return { message: 'A text contains no NUL and no half of a surrogate pair.', path: [], reason: 'BROKEN_TEXT' };
}

/** What is wrong with an amount in minor units. */
export function flawInAmount(value: unknown): Flaw | undefined {
  if (Number.isSafeInteger(value)) return undefined;
  const flaw = (message: string, reason: string): Flaw => ({ message, path: [], reason });
  if (JSON.isRawJSON(value) || (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER))
    return flaw('An amount goes from -9007199254740991 to 9007199254740991, without parts.', 'INEXACT_NUMBER');
  if (typeof value === 'number') return flaw('An amount is a whole number of minor units.', 'NOT_WHOLE');
  return flaw('An amount is a number.', 'WRONG_FORM');
}

/** What is wrong with a value in JSON: with its texts and keys, its numbers, its depth or its size. */
export function flawInJson(value: unknown): Flaw | undefined {
  const budget = { characters: MOST_CHARACTERS };
  const flaw = flawAtLevel(value, MOST_LEVELS, budget);
  if (flaw || budget.characters >= 0) return flaw;
  return { message: 'This is too long.', path: [], reason: 'TOO_LONG', limit: MOST_CHARACTERS };
}

function flawAtLevel(value: unknown, levels: number, budget: { characters: number }): Flaw | undefined {
  if (typeof value === 'string') {
    budget.characters -= value.length;
    return flawInText(value);
  }
  if (typeof value === 'number' || JSON.isRawJSON(value)) return flawInNumber(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0)
    return { message: `This has at most ${MOST_LEVELS} levels.`, path: [], reason: 'TOO_DEEP', limit: MOST_LEVELS };
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) {
    if (budget.characters < 0) return undefined;
    budget.characters -= String(key).length;
    const flaw = flawInText(String(key)) ?? within(key, flawAtLevel(inner, levels - 1, budget));
    if (flaw) return flaw;
  }
  return undefined;
}

function flawInNumber(value: number | object): Flaw | undefined {
  if (typeof value === 'number' && (Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)))
    return undefined;
  const message = 'This number has more digits than can be stored; send it as text.';
  return { message, path: [], reason: 'INEXACT_NUMBER' };
}
