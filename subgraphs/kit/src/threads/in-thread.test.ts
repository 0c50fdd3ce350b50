import { expect, test } from 'vitest';
import { inThread } from './in-thread.ts';

const DOUBLE = new URL('./double.testing.ts', import.meta.url);
const taken: unknown[] = [];
let isClosed = false;

async function* these(...items: (number | string | Error)[]): AsyncGenerator<number | string> {
  taken.length = 0;
  isClosed = false;
  try {
    for (const item of items) {
      if (item instanceof Error) throw item;
      taken.push(item);
      yield item;
    }
  } finally {
    isClosed = true;
  }
}
async function doubled(...items: Parameters<typeof these>): Promise<number[]> {
  const made: number[] = [];
  const all = inThread<{ by: number }, number | string, number>(DOUBLE, { by: 2 }, these(...items));
  for await (const each of all) made.push(each);
  return made;
}

test('what a thread makes of items comes in their order', async () => {
  expect(await doubled(1, 2, 3)).toEqual([2, 4, 6]);
  expect(await doubled()).toEqual([]);
});

test('what fails on either side, or the end of the thread, is the failure of the work', async () => {
  await expect(doubled(1, 'one')).rejects.toThrow('one is no number.');
  await expect(doubled(1, new Error('The file is gone.'))).rejects.toThrow('The file is gone.');
  await expect(doubled(1, -1)).rejects.toThrow('ended before its work');
  expect(isClosed).toBe(true);
});

test('no more is taken than is asked for, and whoever has enough ends the thread', async () => {
  for await (const each of inThread<{ by: number }, number | string, number>(DOUBLE, { by: 3 }, these(1, 2, 3))) {
    expect(each).toBe(3);
    break;
  }
  expect(taken).toEqual([1]);
  expect(isClosed).toBe(true);
});
