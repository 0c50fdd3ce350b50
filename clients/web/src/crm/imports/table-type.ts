const types = ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/vnd.ms-excel'];

const byEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
};

/** What a file dialog offers. */
export const tableFiles = ['.csv', '.tsv', '.tab', '.txt', ...types].join();

/** The media type of a table of text; undefined for what is none. Not every browser knows it of each ending. */
export function tableTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = byEnding[ending];
  if (known) return known;
  return ending !== 'xls' && types.includes(type) ? type : undefined;
}
