import { expect, test } from 'vitest';
import { tableTypeOf } from './table-type.ts';

test.each([
  ['contacts.csv', 'text/csv', 'text/csv'],
  // Windows with Excel, and without.
  ['contacts.csv', 'application/vnd.ms-excel', 'text/csv'],
  ['CONTACTS.CSV', '', 'text/csv'],
  ['contacts.tsv', '', 'text/tab-separated-values'],
  ['contacts', 'text/plain', 'text/plain'],
  ['contacts.xls', 'application/vnd.ms-excel', undefined],
  ['contacts.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', undefined],
  ['menu.png', 'image/png', undefined],
])('%s of the type "%s" is sent as %s', (name, type, sentAs) => {
  expect(tableTypeOf({ name, type })).toBe(sentAs);
});
