import { expect, test } from 'vitest';
import { countriesIn } from './countries.ts';

test('each country is there once, by its name in the language, and nothing else is', () => {
  const spanish = countriesIn('es');
  expect(spanish).toContainEqual({ value: 'MX', label: 'México' });
  expect(spanish.filter(({ label }) => label === 'Alemania')).toEqual([{ value: 'DE', label: 'Alemania' }]);
  expect(spanish.map(({ value }) => value)).not.toContain('EU');
  expect(new Set(spanish.map(({ label }) => label)).size).toBe(spanish.length);
  expect(countriesIn('tr').map(({ label }) => label)).toContain('Türkiye');
  expect(spanish.length).toBeGreaterThan(230);
  expect(spanish.length).toBeLessThan(270);
});
