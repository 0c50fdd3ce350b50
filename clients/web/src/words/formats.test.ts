import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from './formats.ts';

test('a format is made once for each language and what is wanted of it', () => {
  expect(numberFormat('en')).toBe(numberFormat('en'));
  expect(numberFormat('en').format(1234.5)).toBe('1,234.5');
  expect(numberFormat('es-ES').format(12345.5)).toBe('12.345,5');
  const inParis = { timeStyle: 'short', timeZone: 'Europe/Paris' } as const;
  expect(dateFormat('en', inParis)).toBe(dateFormat('en', { ...inParis }));
  expect(dateFormat('en', { ...inParis, timeZone: 'UTC' })).not.toBe(dateFormat('en', inParis));
});

test('no page makes one by itself', () => {
  const folder = new URL('../', import.meta.url);
  const making = globSync('**/*.{ts,tsx}', { cwd: folder.pathname }).filter((file) =>
    /Intl\.(NumberFormat|DateTimeFormat|RelativeTimeFormat|ListFormat)\(|toLocale(Date|Time)?String\(/.test(
      readFileSync(new URL(file, folder), 'utf8'),
    ),
  );
  expect(making).toEqual(['words/formats.ts']);
});
