import { expect, test } from 'vitest';
import type { ImportCard } from './imports.ts';
import { draftOfReading, orderOf } from './reading-draft.ts';

const name = { name: 'Name', field: 'NAME' as const, group: null, label: null, isKept: true, samples: ['Ana'] };
const work = { name: 'Mail', field: 'MAIL' as const, group: '1', label: 'work', isKept: true, samples: [] };
const other = { name: 'Notes 2', field: null, group: null, label: null, isKept: false, samples: [] };

const card = {
  ...{ __typename: 'Import', id: 'a', side: 'TENANT', uploadId: 'u', fileName: 'a.csv', status: 'PLANNED', version: 3 },
  ...{ encoding: 'WINDOWS_1252', delimiter: ';', hasHeader: true, country: 'MX', dateOrder: null, origin: null },
  ...{ overwrite: false, includePrivate: false },
  columns: [name, work, other].map((column) => ({ __typename: 'ImportColumn', ...column })),
} as unknown as ImportCard;

test('what was found is said again, with what a column means now', () => {
  const columns = ['NAME', 'MAIL', 'PHONE'] as const;
  const draft = { ...draftOfReading(card), columns };
  expect(orderOf(card, draft, { columns })).toEqual({
    uploadId: 'u',
    mapping: [
      { column: 'Name', field: 'NAME', group: null, label: null },
      { column: 'Mail', field: 'MAIL', group: '1', label: 'work' },
      { column: 'Notes 2', field: 'PHONE', group: 'Notes 2' },
    ],
    options: {
      ...{ encoding: 'WINDOWS_1252', delimiter: ';', hasHeader: true, country: 'MX', dateOrder: null },
      ...{ overwrite: false, includePrivate: false, side: 'TENANT' },
    },
  });
});

test('a column that means nothing is left out, and of a table that is parted otherwise all are found again', () => {
  const columns = ['NAME', '', ''] as const;
  const draft = { ...draftOfReading(card), columns };
  expect(orderOf(card, draft, { columns }).mapping).toContainEqual({ column: 'Mail', field: null, group: null });
  const parted = { ...draft, delimiter: '', hasHeader: 'no' as const };
  expect(orderOf(card, parted, { columns, delimiter: '', hasHeader: 'no' })).toMatchObject({
    mapping: null,
    options: { delimiter: null, hasHeader: false },
  });
});
