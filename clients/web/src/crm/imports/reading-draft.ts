import type { ContactColumn, DateOrder, PlanImportMutationVariables, TextEncoding } from '../../generated/graphql.ts';
import type { ImportCard } from './imports.ts';

export const encodings = [
  'UTF_8',
  'WINDOWS_1252',
  'WINDOWS_1254',
  'UTF_16LE',
  'UTF_16BE',
] as const satisfies readonly TextEncoding[];
export const delimiters = [',', ';', '\t', '|'] as const;
export const dateOrders = ['DMY', 'MDY', 'YMD'] as const satisfies readonly DateOrder[];

/** How a file is read, as a form has it; what is empty is found in the file itself. */
export interface ReadingDraft {
  encoding: TextEncoding | '';
  delimiter: string;
  hasHeader: 'yes' | 'no' | '';
  country: string;
  dateOrder: DateOrder | '';
  overwrite: boolean;
  includePrivate: boolean;
  /** What each column means, by its place; empty for one that is left out. */
  columns: readonly (ContactColumn | '')[];
}

export function draftOfReading(of: ImportCard): ReadingDraft {
  const { encoding, delimiter, hasHeader, country, dateOrder, overwrite, includePrivate, columns } = of;
  return {
    ...{ encoding: encoding ?? '', delimiter: delimiter ?? '', country: country ?? '', dateOrder: dateOrder ?? '' },
    hasHeader: hasHeader === null ? '' : hasHeader ? 'yes' : 'no',
    ...{ overwrite, includePrivate },
    columns: columns.map(({ field }) => field ?? ''),
  };
}

/** How to plan the same file anew. A table that is parted otherwise has other columns, and what they mean is found again. */
export function orderOf(
  { uploadId, side, columns }: ImportCard,
  draft: ReadingDraft,
  changes: Partial<ReadingDraft>,
): PlanImportMutationVariables {
  const { encoding, delimiter, hasHeader, country, dateOrder, overwrite, includePrivate } = draft;
  const isTableElse = ['encoding', 'delimiter', 'hasHeader'].some((field) => field in changes);
  return {
    uploadId,
    mapping: isTableElse ? null : columns.map((column, at) => meaningOf(column, draft.columns[at] || null)),
    options: {
      ...{ encoding: encoding || null, delimiter: delimiter || null, country: country || null },
      ...{ hasHeader: hasHeader === '' ? null : hasHeader === 'yes', dateOrder: dateOrder || null },
      ...{ overwrite, includePrivate, side },
    },
  };
}

/** Each address and number that somebody names is one of its own, and an id is one of the system that its column names. */
function meaningOf({ name, field, group, label }: ImportCard['columns'][number], chosen: ContactColumn | null) {
  if (chosen === field) return { column: name, field, group, label };
  const isOne = chosen === 'MAIL' || chosen === 'PHONE';
  const own = name.trim().slice(0, 40);
  return {
    ...{ column: name, field: chosen, group: isOne ? own : null },
    ...(chosen === 'EXTERNAL_ID' && { label: own }),
  };
}
