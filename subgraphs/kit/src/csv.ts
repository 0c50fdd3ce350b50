type Cell = string | number | null | undefined;

/** Rows as a table by RFC 4180; the first line names the columns. */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where it must be; what a spreadsheet would read as a formula is made plain text by a sign before it, which `plainCell` takes away. */
function cell(value: Cell): string {
  const text = String(value ?? '');
  const safe = typeof value !== 'number' && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell says that `csvOf` or another cautious program has written. */
export function plainCell(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r])/, '');
}
