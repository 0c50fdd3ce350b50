import { expect, test } from 'vitest';
import { readPages } from './use-table-export.ts';

test('a table of several pages names its columns once, and asks for each page once', async () => {
  const asked: (string | null)[] = [];
  const pages = ['day,count\r\n1,10\r\n2,20\r\n', 'day,count\r\n', 'day,count\r\n5,50\r\n'];
  const parts = await readPages(async (after) => {
    const index = asked.push(after) - 1;
    return { csv: pages[index] ?? '', hasNextPage: index < 2, endCursor: String(index) };
  });
  expect(parts.join('')).toBe('day,count\r\n1,10\r\n2,20\r\n5,50\r\n');
  expect(asked).toEqual([null, '0', '1']);
});
