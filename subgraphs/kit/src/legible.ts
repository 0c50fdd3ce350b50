/** Stands where a character was that no database keeps. */
const REPLACED = '\ufffd';

/** The text without what PostgreSQL refuses: NUL, and halves of characters. */
export function legible(text: string): string {
  return text.replaceAll('\0', REPLACED).toWellFormed();
}

/**
 * A value as JSON that `jsonb` takes. JSON writes NUL and halves of characters as escapes, and nothing else of what
 * PostgreSQL refuses; a backslash that is escaped itself begins none.
 */
export function legibleJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(\\|u0000|ud[89a-f][0-9a-f]{2})/g, (written, what) =>
    what === '\\' ? written : REPLACED,
  );
}
