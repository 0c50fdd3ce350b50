import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, entryOf, nextUp } from './entry.ts';

const entry = (position: number, order: string, state: Entry['state'] = 'WAITING'): Entry => ({
  ...{ position, key: `key-${position}`, order, operation: 'addLine', variables: {}, madeAt: 0, attempts: 0, state },
});
const never = () => false;

test('what was refused holds up what is behind it in its own order, and nothing else', () => {
  const queue = [entry(1, 'a', 'REFUSED'), entry(2, 'a'), entry(3, 'b', 'BROKEN'), entry(4, 'c'), entry(5, 'c')];
  expect(nextUp(queue, never).map(({ position }) => position)).toEqual([4, 5]);
  expect(nextUp(queue, (order) => order === 'c')).toEqual([]);
  expect(nextUp(queue.slice(1), never).map(({ position }) => position)).toEqual([2]);
});

test('what a tab was sending when it died is sent again before all that is behind it', () => {
  expect(nextUp([entry(1, 'a', 'SENDING'), entry(2, 'a')], never)[0]?.position).toBe(1);
});

test('whatever is refused, and whenever, each order is sent in its order, and all that can be is sent', () => {
  const step = fc.record({ order: fc.constantFrom('a', 'b', 'c'), isRefused: fc.boolean(), rests: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let queue = steps.map(({ order }, index) => entry(index, order));
      const rested = new Map(steps.map(({ rests }, index) => [index, rests]));
      const sent: Entry[] = [];
      for (let turn = 0; turn < 500; turn += 1) {
        const heads = new Map<string, Entry>();
        for (const each of queue) if (!heads.has(each.order)) heads.set(each.order, each);
        const rests = (order: string) => (rested.get(heads.get(order)?.position ?? -1) ?? 0) > 0;
        const [next] = nextUp(queue, rests);
        for (const { position } of heads.values()) rested.set(position, (rested.get(position) ?? 0) - 1);
        if (!next) continue;
        if (steps[next.position]?.isRefused)
          queue = queue.map((each) => (each === next ? { ...each, state: 'REFUSED' } : each));
        else {
          sent.push(next);
          queue = queue.filter((each) => each !== next);
        }
      }
      for (const order of ['a', 'b', 'c']) {
        const own = steps.map((each, index) => ({ ...each, index })).filter((each) => each.order === order);
        const stop = own.findIndex(({ isRefused }) => isRefused);
        const wanted = (stop < 0 ? own : own.slice(0, stop)).map(({ index }) => index);
        expect(sent.filter((each) => each.order === order).map(({ position }) => position)).toEqual(wanted);
      }
    }),
  );
});

test.each([
  undefined,
  null,
  'text',
  [],
  {},
  { key: 1, order: 'a' },
  { key: 'k', order: 'a', operation: 'x', variables: 'none', state: 'WAITING' },
  { key: 'k', order: 'a', operation: 'x', variables: {}, state: 'ELSE' },
])('%j is a broken entry, which can be named', (row) => {
  const { state, reason, key, order } = entryOf(7, row);
  expect({ state, reason }).toEqual({ state: 'BROKEN', reason: 'UNREADABLE' });
  expect(key && order).toBeTruthy();
});

test('an entry is read as it was written, and of a broken one the order holds where that can be read', () => {
  const whole = { ...entry(3, 'a'), by: 'ana', reason: 'NO', message: 'No.', attempts: 2 };
  expect(entryOf(3, whole)).toEqual(whole);
  expect(entryOf(4, { order: 'a' })).toMatchObject({ order: 'a', state: 'BROKEN' });
  expect(entryOf(5, {}).order).not.toBe(entryOf(6, {}).order);
});
