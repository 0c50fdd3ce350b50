import { expect, test } from 'vitest';
import { cursorsOf } from './list-cursor.ts';
import { createVault } from './vault.ts';

const vault = createVault('a secret of this test, of more than 32 characters');
const items = cursorsOf({ vault }, ['MenuItem', { id: 'asc' }, 'of a menu']);

test('a list reads the cursors that it gave out', () => {
  for (const position of ['', 'WyIxIl0', 'a.b', '2026-11-20']) expect(items.read(items.of(position))).toBe(position);
});

test.each([
  ['another list', cursorsOf({ vault }, ['MenuItem', { id: 'asc' }, 'of another menu']).of('WyIxIl0')],
  ['another order', cursorsOf({ vault }, ['MenuItem', { id: 'desc' }, 'of a menu']).of('WyIxIl0')],
  [
    'another installation',
    cursorsOf({ vault: createVault('x'.repeat(32)) }, ['MenuItem', { id: 'asc' }, 'of a menu']).of('WyIxIl0'),
  ],
  ['another position', `WyIyIl0${items.of('WyIxIl0').slice(7)}`],
  ['nothing', ''],
  ['no seal', 'WyIxIl0'],
  ['half a seal', items.of('WyIxIl0').slice(0, -1)],
  ['something else', '.'.repeat(40)],
])('a cursor of %s is not one of ours', (_what, cursor) => {
  expect(() => items.read(cursor)).toThrow('This cursor is not one of ours.');
});
