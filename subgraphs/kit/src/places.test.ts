import { expect, test, vi } from 'vitest';
import { openPlaces, type Places } from './places.ts';

const impatience = { waitMs: 20, mostOfOne: 2, most: 3 };

/** Work that ends when it is told to. */
function begin(places: Places, who: string, patience?: typeof impatience) {
  const end = Promise.withResolvers<void>();
  const work = { hasBegun: false, end: end.resolve, done: Promise.resolve() };
  work.done = places.run(
    who,
    () => {
      work.hasBegun = true;
      return end.promise;
    },
    patience,
  );
  work.done.catch(() => undefined);
  return work;
}

const begun = (works: readonly { hasBegun: boolean }[]) => works.map(({ hasBegun }) => hasBegun);

test('no more goes on at once than there are places, and what waits comes when one is free', async () => {
  const places = openPlaces(2);
  const works = ['a', 'b', 'c'].map((who) => begin(places, who));
  expect(begun(works)).toEqual([true, true, false]);
  works[0]?.end();
  await vi.waitFor(() => expect(begun(works)).toEqual([true, true, true]));
});

test('whoever asks most holds up nobody else: they take turns', async () => {
  const places = openPlaces(1);
  const first = begin(places, 'busy');
  const order: string[] = [];
  const others = ['busy', 'busy', 'busy', 'quiet', 'other', 'quiet'].map((who) =>
    places.run(who, async () => void order.push(who)),
  );
  first.end();
  await Promise.all(others);
  expect(order).toEqual(['busy', 'quiet', 'other', 'busy', 'quiet', 'busy']);
});

test('one alone never has the last place', async () => {
  const places = openPlaces(3);
  const own = [1, 2, 3].map(() => begin(places, 'busy'));
  expect(begun(own)).toEqual([true, true, false]);
  const other = begin(places, 'quiet');
  expect(other.hasBegun).toBe(true);
  other.end();
  await other.done;
  expect(own[2]?.hasBegun).toBe(false);
  own[0]?.end();
  await vi.waitFor(() => expect(own[2]?.hasBegun).toBe(true));
});

test('what waits too long is UNAVAILABLE and says when to come again, and leaves no place behind', async () => {
  const places = openPlaces(1);
  const first = begin(places, 'a');
  const late = begin(places, 'b', impatience);
  await expect(late.done).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE', retryAfter: 1 } });
  expect(late.hasBegun).toBe(false);
  first.end();
  await expect(places.run('c', async () => 'well')).resolves.toBe('well');
});

test('more than may wait, of one or of all, is refused at once', async () => {
  const places = openPlaces(1);
  const first = begin(places, 'a');
  const waiting = ['b', 'b', 'c'].map((who) => begin(places, who));
  const refused = { code: 'UNAVAILABLE' };
  await expect(begin(places, 'b', { ...impatience, most: 9 }).done).rejects.toMatchObject({ extensions: refused });
  await expect(begin(places, 'd', impatience).done).rejects.toMatchObject({ extensions: refused });
  for (const work of [first, ...waiting]) work.end();
  await Promise.all(waiting.map(({ done }) => done));
});

test('work that fails gives its place back', async () => {
  const places = openPlaces(1);
  await expect(places.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(places.run('a', async () => 'well')).resolves.toBe('well');
});
