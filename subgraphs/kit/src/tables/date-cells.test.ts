import { expect, test } from 'vitest';
import { type DateOrder, readDate, seekDateOrder } from './date-cells.ts';

test.each<[DateOrder | undefined, string[]]>([
  ['DMY', ['01.02.1990', '31.12.1968']],
  ['MDY', ['1/2/1990', '3/14/1979']],
  ['YMD', ['1990-02-01']],
  ['DMY', ['13/01/2020', '14/01/2020', '01/15/2020']],
  [undefined, ['01.02.1990', 'soon', '']],
])('%s is the order of %j', (order, column) => {
  const seeker = seekDateOrder();
  for (const cell of column) seeker.see(cell);
  expect(seeker.found()).toBe(order);
});

test.each<[string, DateOrder, string | undefined]>([
  ['31.12.1968', 'DMY', '1968-12-31'],
  ['01.02.1990', 'DMY', '1990-02-01'],
  ['3/14/1979', 'MDY', '1979-03-14'],
  ['3/14/79', 'MDY', '1979-03-14'],
  ['3/14/26', 'MDY', '2026-03-14'],
  ['2026-09-01 17:22', 'DMY', '2026-09-01'],
  ['2024-02-29T23:59:00Z', 'MDY', '2024-02-29'],
  [' --03-09', 'DMY', '--03-09'],
  ['--02-29', 'DMY', '--02-29'],
  ['0/0/00', 'MDY', ''],
  ['', 'DMY', ''],
  ['31.12.1968', 'MDY', undefined],
  ['30.02.2020', 'DMY', undefined],
  ['1.2.199', 'DMY', undefined],
  ['1.2/1990', 'DMY', undefined],
  ['9'.repeat(20_000), 'DMY', undefined],
])('%s in the order %s is %s', (text, order, day) => {
  expect(readDate(text, order)).toBe(day);
});
