import { expect, test } from 'vitest';
import { usesOf } from './uses.ts';

test('who uses what is told field by field, who uses it most first', () => {
  const lastDay = '2026-11-21';
  const client = (id: string, name: number, price: number) => ({
    id,
    name: `Client ${id}`,
    usage: {
      fields: [
        { coordinate: 'MenuItem.price', count: price, lastDay },
        { coordinate: 'MenuItem.name', count: name, lastDay },
      ],
    },
  });
  const uses = usesOf([client('a', 9, 1), client('b', 2, 7)]);
  expect(uses.map(({ coordinate, client: who, count }) => [coordinate, who, count])).toEqual([
    ['MenuItem.name', 'Client a', 9],
    ['MenuItem.name', 'Client b', 2],
    ['MenuItem.price', 'Client b', 7],
    ['MenuItem.price', 'Client a', 1],
  ]);
});
