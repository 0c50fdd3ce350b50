import { expect, test } from 'vitest';
import { columnsIn, columnsText } from './list-columns.ts';

const read = (query: string) => columnsIn(new URLSearchParams(query));

test('the usual columns need no word in the address, and others stand there in their order', () => {
  expect(read('')).toEqual(['company', 'role', 'tags']);
  expect(columnsText(read(''))).toBe('');
  expect(columnsText(['owner', 'company'])).toBe('company,owner');
  expect(read('columns=owner,company')).toEqual(['company', 'owner']);
  expect(read(`columns=${columnsText([])}`)).toEqual([]);
  expect(read('columns=shoes,owner,owner')).toEqual(['owner']);
});
