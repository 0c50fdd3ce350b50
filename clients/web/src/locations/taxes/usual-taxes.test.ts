import { expect, test } from 'vitest';
import { onlyPlaceOf, taxesAt, usualTaxesOf } from './usual-taxes.ts';

test('the usual taxes of a country are proposed but for those that it has, whatever it calls them', () => {
  expect(usualTaxesOf('MX', [])).toEqual([{ name: 'IVA 16 %', rate: '0.16', inclusive: true, taxClasses: [] }]);
  expect(usualTaxesOf('MX', [{ rate: '0.160', inclusive: true }])).toEqual([]);
  expect(usualTaxesOf('MX', [{ rate: '0.16', inclusive: false }])).toHaveLength(1);
  expect(usualTaxesOf('TR', [{ rate: '0.1', inclusive: true }])).toMatchObject([{ taxClasses: ['ALCOHOL'] }]);
});

test.each(['US', 'XX', ''])('nothing is proposed for %j', (country) => {
  expect(usualTaxesOf(country, [])).toEqual([]);
});

test('taxes hold at their location, or everywhere', () => {
  const taxes = [{ locationId: null }, { locationId: 'here' }, { locationId: 'there' }];
  expect(taxesAt('here', taxes)).toEqual([{ locationId: null }, { locationId: 'here' }]);
});

const place = (id: string, taxCountry: string | null, closedAt: string | null = null) => ({ id, taxCountry, closedAt });

test.each([
  ['everywhere, where all sell in its country', [place('b', 'MX')], null],
  ['there alone, where another one sells elsewhere', [place('b', 'US')], 'a'],
  ['there alone, where nobody knows of another one', [place('b', null)], 'a'],
  ['everywhere, where the other one is closed', [place('b', 'US', '2026-01-01T00:00:00Z')], null],
])('a tax holds %s', (_, others, only) => {
  const here = place('a', 'MX');
  expect(onlyPlaceOf(here, [here, ...others])).toBe(only);
});
