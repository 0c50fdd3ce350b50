import { expect, test } from 'vitest';
import { isTrivial, PIN_FORM } from './pin-rules.ts';

test.each([
  '1111',
  '0000',
  '1234',
  '4321',
  '7890',
  '0987',
  '1357',
  '2468',
  '1212',
  '121212',
  '123123',
  '123456',
  '1999',
  '2024',
  '55555',
])('%s is among the first that anybody would try', (pin) => expect(isTrivial(pin)).toBe(true));

test.each(['4821', '8053', '11112', '90210', '739164', '1224', '19995'])('%s is not', (pin) =>
  expect(isTrivial(pin)).toBe(false),
);

test.each(['123', '1234567', '12a4', '１２３４', ' 1234', '1234\n', '', '-123', '1e10'])('%j is no PIN', (pin) =>
  expect(PIN_FORM.test(pin)).toBe(false),
);

test('of four digits, nearly all may be chosen', () => {
  const all = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0'));
  expect(all.filter(isTrivial).length).toBeLessThan(400);
});
