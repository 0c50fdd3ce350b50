import { expect, test } from 'vitest';
import { hasMoreRows } from './more-rows.ts';
import { lookAtTable } from './table-look.ts';

test.each([
  ['Name\nAna\nBea\n', 2, false],
  ['Name\nAna\nBea\n', 1, true],
  ['Name\r\n"Ana\r\nMaría"\r\n\r\nBea', 2, false],
  ['Name\nAna\nBea;"open\nCem', 1, true],
])('%j has more than %i rows: %j', async (text, most, expected) => {
  const open = async function* () {
    for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
  };
  const look = await lookAtTable(open);
  if ('refused' in look) throw new Error(look.refused);
  expect(await hasMoreRows(open, look, most)).toBe(expected);
});

test('what is too long is read no further than it takes to know', async () => {
  let read = 0;
  const open = async function* () {
    for (;;) {
      read += 1;
      yield Buffer.from('Ana\n'.repeat(1_000));
    }
  };
  const look = { encoding: 'utf-8' as const, delimiter: ',', hasHeader: false, columns: ['Column 1'] };
  expect(await hasMoreRows(open, look, 5_000)).toBe(true);
  expect(read).toBeLessThan(50);
});
