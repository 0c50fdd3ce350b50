import { expect, test } from 'vitest';
import { birthdayInputOf, birthdayText, draftOfBirthday, monthNames } from './birthday.ts';

test.each([
  ['1990-03-09', { day: '9', month: '3', year: '1990' }],
  ['--12-31', { day: '31', month: '12', year: '' }],
  [null, { day: '', month: '', year: '' }],
])('%s is %j in a form, and back again', (birthday, draft) => {
  expect(draftOfBirthday(birthday)).toEqual(draft);
  expect(birthdayInputOf(draft)).toBe(birthday);
});

test('what is not whole is no day to anybody', () => {
  expect(birthdayInputOf({ day: '9', month: '', year: '' })).toBe('--00-09');
});

test('it is said in words, with its year where that is known', () => {
  expect(birthdayText('en', '1990-03-09')).toBe('March 9, 1990');
  expect(birthdayText('es', '--03-09')).toBe('9 de marzo');
  expect(monthNames('tr').at(0)).toBe('Ocak');
});
