import { createClient } from 'urql';
import { expect, test } from 'vitest';
import type { Undo, Values } from '../shell/area.ts';
import { canTakeBack, takeBack, valuesBefore } from './take-back.ts';

const client = createClient({ url: 'http://nowhere', exchanges: [], preferGetMethod: false });

const change = (field: string, before: unknown, after: unknown) => ({
  ...{ field, before: JSON.stringify(before), after: JSON.stringify(after) },
});
const entry = (...changes: ReturnType<typeof change>[]) => ({ nounId: 'taco', kind: 'UPDATED' as const, changes });

/** A thing that is as these values say, and what was written to it. */
function thing(values: Values | undefined) {
  const written: Values[] = [];
  const undo: Undo = {
    ...{ scope: 'x', fields: ['names', 'price.amount', 'status'] },
    read: async () => values && { version: 3, values },
    write: async (_client, _id, { version }, back) => {
      written.push({ version, ...back });
      return undefined;
    },
    restore: async (_client, id) => {
      written.push({ restored: id });
      return undefined;
    },
  };
  return { undo, written };
}

test('what a change left is put back, whatever order its languages have', async () => {
  const { undo, written } = thing({ names: { en: 'Pork', es: 'Pastor' }, 'price.amount': 450 });
  const told = entry(change('names', { es: 'Taco' }, { es: 'Pastor', en: 'Pork' }), change('price.amount', 425, 450));
  expect(await takeBack(client, told, undo)).toBe('DONE');
  expect(written).toEqual([{ version: 3, names: { es: 'Taco' }, 'price.amount': 425 }]);
});

test.each([
  ['has been changed since', { 'price.amount': 475 }],
  ['is gone', undefined],
])('what %s stays as it is', async (_, now) => {
  const { undo, written } = thing(now);
  expect(await takeBack(client, entry(change('price.amount', 425, 450)), undo)).toBe('CHANGED');
  expect(written).toEqual([]);
});

test('what was removed is put back, unless somebody did that since', async () => {
  const removed = entry(change('removedAt', null, '2026-11-30T01:02:03.000Z'));
  const gone = thing(undefined);
  expect(await takeBack(client, removed, gone.undo)).toBe('DONE');
  expect(gone.written).toEqual([{ restored: 'taco' }]);
  const there = thing({ names: { es: 'Taco' } });
  expect(await takeBack(client, removed, there.undo)).toBe('CHANGED');
  expect(there.written).toEqual([]);
});

test('a removal is taken back where the noun knows how, and to put something back is not', () => {
  const { undo } = thing({});
  const removed = entry(change('removedAt', null, '2026-11-30T01:02:03.000Z'));
  expect(canTakeBack(removed, undo)).toBe(true);
  expect(canTakeBack(removed, { ...undo, restore: undefined })).toBe(false);
  expect(canTakeBack(entry(change('removedAt', '2026-11-30T01:02:03.000Z', null)), undo)).toBe(false);
});

test('a change is taken back as a whole or not at all, and since when it is so does not count', () => {
  const { undo } = thing({});
  const since = change('since', '2026-11-30T01:00:00.000Z', '2026-11-30T02:00:00.000Z');
  expect(valuesBefore(entry(change('status', 'ACTIVE', 'OFF'), since), undo)).toEqual({ status: 'ACTIVE' });
  expect(valuesBefore(entry(change('status', 'ACTIVE', 'OFF'), change('token', 1, 2)), undo)).toBeUndefined();
  expect(valuesBefore(entry(since), undo)).toBeUndefined();
  expect(valuesBefore({ ...entry(change('status', null, 'OFF')), kind: 'CREATED' }, undo)).toBeUndefined();
});
