import { expect, test } from 'vitest';
import { loginFor, pageAfterLogin } from './place.ts';

test.each(['/screens', '/log?person=a%20b&kind=1', '/events/failed?app=hr#last', '/log-of-mine'])(
  'a login comes back to %s',
  (page) => {
    const [path, search] = loginFor(page).split('?');
    expect(path).toBe('/login');
    expect(pageAfterLogin(`?${search}`)).toBe(page);
  },
);

test('a login that was asked for by nothing leads to the first page', () => {
  expect([loginFor(''), loginFor('/')]).toEqual(['/login', '/login']);
  expect(pageAfterLogin('')).toBe('/');
});

test.each(['//elsewhere.test', 'https://elsewhere.test', 'javascript:alert(1)', '', '/login', '/login?to=%2Flogin'])(
  'a login leads neither elsewhere nor to itself: %s',
  (to) => {
    expect(pageAfterLogin(`?to=${encodeURIComponent(to)}`)).toBe('/');
  },
);
