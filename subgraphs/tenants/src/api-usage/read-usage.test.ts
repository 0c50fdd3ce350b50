import { expect, test } from 'vitest';
import { summed } from './read-usage.ts';

const tuesday = {
  day: '2026-11-24',
  counts: { 'operation Me': '3', 'events Live': '9', 'field MenuItem.name': '1', 'field Query.viewer': '4' },
};
const sunday = { day: '2026-11-22', counts: {} };
const monday = {
  day: '2026-11-23',
  counts: { 'operation Menu': '2', 'field MenuItem.name': '5', 'document abc': '2', 'operation Me': '1' },
};

test('days are added up, the most frequent first, with the last of them; other counts are left out', () => {
  expect(summed([tuesday, monday, sunday])).toEqual({
    operations: [
      { name: 'Me', count: 4, events: 0, lastDay: '2026-11-24' },
      { name: 'Menu', count: 2, events: 0, lastDay: '2026-11-23' },
      { name: 'Live', count: 0, events: 9, lastDay: '2026-11-24' },
    ],
    fields: [
      { coordinate: 'MenuItem.name', count: 6, lastDay: '2026-11-24' },
      { coordinate: 'Query.viewer', count: 4, lastDay: '2026-11-24' },
    ],
  });
});

test('who uses a field is found by a part of its coordinate, in any case', () => {
  const { fields, operations } = summed([tuesday, monday], ' menuitem.N');
  expect(fields).toEqual([{ coordinate: 'MenuItem.name', count: 6, lastDay: '2026-11-24' }]);
  expect(operations).toHaveLength(3);
});
