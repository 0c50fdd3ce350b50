/** What a list of contacts can say of each beside the name. */
export const listColumns = ['company', 'role', 'kind', 'tags', 'owner'] as const;

export type ListColumn = (typeof listColumns)[number];

const usual: readonly ListColumn[] = ['company', 'role', 'tags'];
const NONE = 'none';

/** The columns that an address asks for; what it names that is none is left out. */
export function columnsIn(search: URLSearchParams): readonly ListColumn[] {
  const asked = search.get('columns');
  if (asked === null) return usual;
  const names = asked.split(',');
  return listColumns.filter((column) => names.includes(column));
}

/** The columns as they stand in an address; nothing for the usual ones. */
export function columnsText(columns: readonly string[]): string {
  const chosen = listColumns.filter((column) => columns.includes(column));
  if (chosen.join() === usual.join()) return '';
  return chosen.join() || NONE;
}
