import { expect, test } from 'vitest';
import { cardAbove, columnsOf } from './columns.ts';

const card = (id: string, rank: number, stage: string) => ({ id, rank, stage: { id: stage } });

test('cards stand in their stages by their ranks, each once, and what is of no stage is left out', () => {
  const cards = [
    card('a', 5, 'new'),
    card('b', -2, 'new'),
    card('c', 1, 'won'),
    card('a', 5, 'new'),
    card('d', 0, 'x'),
  ];
  const columns = columnsOf([{ id: 'new' }, { id: 'won' }, { id: 'lost' }], cards);
  expect([...columns].map(([id, column]) => [id, column.map((each) => each.id)])).toEqual([
    ['new', ['b', 'a']],
    ['won', ['c']],
    ['lost', []],
  ]);
});

const column = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
test.each([
  ['before the first', 'x', 'a', undefined],
  ['before the second', 'x', 'b', 'a'],
  ['last', 'x', undefined, 'c'],
  ['last, from the end itself', 'c', undefined, 'b'],
  ['up by one', 'c', 'b', 'a'],
  ['before one that has gone', 'x', 'gone', 'c'],
])('a card that is put %s is below the right one', (_, id, next, above) => {
  expect(cardAbove(column, id, next)).toBe(above);
});

test('in an empty column there is nothing above', () => {
  expect(cardAbove([], 'x', undefined)).toBeUndefined();
});
