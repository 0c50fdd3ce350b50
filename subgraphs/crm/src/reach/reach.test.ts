import { readFileSync } from 'node:fs';
import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { countryOfZone } from './country.ts';
import { isRoleMailbox, readMails } from './mail-address.ts';
import { isPhone, mayBePhone, readPhones, variantsOf } from './phone-number.ts';

/** The cells of a table: quoted where they hold a comma or a quote. */
function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(`../../test/cases/${file}`, import.meta.url), 'utf8');
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
  return text.trimEnd().split(/\r?\n/).slice(1).map(cells);
}

test.each(rowsOf('phones.csv'))('the phone %j in %s is %s', (raw = '', country = '', expected = '') => {
  const known = getCountries().find((each) => each === country);
  const read = readPhones(raw, known).map((phone) => (isPhone(phone) ? phone.value : phone.refused));
  expect(read.join('|')).toBe(expected);
});

test('a number that costs, and one of no country, are said to be so', () => {
  expect(readPhones('+1 900 555 0142')).toEqual([{ value: '+19005550142', warning: 'PREMIUM' }]);
  expect(readPhones('+882 16 555 0142')).toEqual([{ value: '+882165550142', warning: 'NO_COUNTRY' }]);
});

test('a Brazilian mobile is found with its ninth digit and without', () => {
  expect(variantsOf('+551187654321')).toEqual(['+551187654321', '+5511987654321']);
  expect(variantsOf('+5511987654321')).toEqual(['+5511987654321', '+551187654321']);
  expect(variantsOf('+13235550142;ext=417')).toEqual(['+13235550142']);
});

test.each(rowsOf('mails.csv'))('the address %j is %s', (raw = '', expected = '') => {
  const isRole = expected.includes('role mailbox');
  const [wanted = ''] = expected.split(' (');
  const read = readMails(raw);
  expect(read.map((mail) => mail ?? 'INVALID').join('|')).toBe(wanted);
  if (isRole) expect(isRoleMailbox(String(read[0]))).toBe(true);
});

test('what has digits may be a number of somewhere, however they are grouped', () => {
  expect(['06 39 98 01 24', '555', '٥٥٥'].map(mayBePhone)).toEqual([true, true, true]);
  expect(['call my sister', '1 2', ''].map(mayBePhone)).toEqual([false, false, false]);
});

test('a text that is made to take long to read is none', () => {
  for (const text of [
    '"'.repeat(20_000),
    '<'.repeat(20_000),
    `${'a.'.repeat(10_000)}@`,
    `+${'1,'.repeat(10_000)}`,
    '"\\'.repeat(500_000),
  ]) {
    expect(readMails(text)).not.toContainEqual(expect.any(String));
    expect(readPhones(text).filter(isPhone)).toEqual([]);
  }
});

test('a time zone says in which country a number is dialled', () => {
  expect(['America/Chicago', 'Europe/Istanbul', 'Asia/Calcutta', 'UTC'].map(countryOfZone)).toEqual([
    ...['US', 'TR', 'IN', undefined],
  ]);
});
