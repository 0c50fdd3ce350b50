import { expect, test } from 'vitest';
import { differ, rebase } from './typed.ts';

const base = { name: 'Al pastor', price: '45.00', sections: ['a', 'b'], names: { es: 'Al pastor' } };

test('over something newer, untouched fields follow and touched ones stay', () => {
  const newest = { ...base, name: 'Pastor', price: '48.00', sections: ['b', 'a'] };
  const { draft, contested } = rebase({ base, draft: { ...base, price: '50' } }, newest);
  expect(draft).toEqual({ ...newest, price: '50' });
  expect(contested).toEqual(['price']);
});

test('when others changed what was not touched, or to the same, nothing is contested', () => {
  expect(rebase({ base, draft: { ...base, price: '50' } }, { ...base, name: 'Pastor' }).contested).toEqual([]);
  expect(rebase({ base, draft: { ...base, price: '50' } }, { ...base, price: '50' }).contested).toEqual([]);
});

test('an order that was changed is a change, and an empty text is none', () => {
  expect(differ(base, { ...base, sections: ['b', 'a'] })).toBe(true);
  expect(differ(base, { ...base, names: { es: 'Al pastor', en: '' } })).toBe(false);
});

test('what another console kept counts only where it fits the form of now', () => {
  const kept = {
    base: { name: 'Al pastor', price: 4500, sections: 'a', gone: 'x' },
    draft: { name: 'Pastor', price: 5000, sections: 'b', gone: 'y' },
  };
  // As it is read from what was kept.
  const { draft, contested } = rebase(kept as unknown as Parameters<typeof rebase<typeof base>>[0], base);
  expect(draft).toEqual({ ...base, name: 'Pastor' });
  expect(contested).toEqual([]);
});
