import { expect, test } from 'vitest';
import type { Import } from './imports.ts';
import { shownOf } from './shown-rows.ts';

const none = { created: 0, updated: 0, duplicates: 0, unchanged: 0, refused: 0 };
const of = (rows: Partial<typeof none>, counts: Partial<Import> = {}) =>
  shownOf({ rows: { ...none, ...rows }, refusalCount: 0, warningCount: 0, stayedCount: 0, ...counts } as Import);

test('what somebody has to do something about is looked at first, and what there is none of is not there', () => {
  expect(of({ created: 288, refused: 12 }, { refusalCount: 13, warningCount: 2 })).toEqual([
    { shown: 'refused', count: 12 },
    { shown: 'created', count: 288 },
    { shown: 'warnings', count: 2 },
  ]);
  expect(of({ updated: 1 }, { stayedCount: 4 }).map(({ shown }) => shown)).toEqual(['stayed', 'updated']);
});

test('cells that are left out of rows that are imported are among what is refused, also where no row is', () => {
  expect(of({ created: 2 }, { refusalCount: 1 })[0]).toEqual({ shown: 'refused', count: 0 });
});
