import { expect, test } from 'vitest';
import { summed } from './read-usage.ts';

test('days are added up, the most frequent first; other counts are left out', () => {
  const monday = { 'operation Menu': '2', 'field MenuItem.name': '5', 'document abc': '2', 'operation Me': '1' };
  const tuesday = { 'operation Me': '3', 'events Live': '9', 'field MenuItem.name': '1', 'field Query.viewer': '4' };
  expect(summed([monday, {}, tuesday])).toEqual({
    operations: [
      { name: 'Me', count: 4, events: 0 },
      { name: 'Menu', count: 2, events: 0 },
      { name: 'Live', count: 0, events: 9 },
    ],
    fields: [
      { coordinate: 'MenuItem.name', count: 6 },
      { coordinate: 'Query.viewer', count: 4 },
    ],
  });
});
