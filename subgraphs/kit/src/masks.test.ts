import { expect, test } from 'vitest';
import { digitsOf, maskEmail, maskPhone } from './masks.ts';

test.each([
  ['lupita@las-reinas.test', 'l***@…'],
  ['ana.b+tag@x.test', 'a***@…'],
  ['j@x.test', '***@…'],
  ['@x.test', '***@…'],
  ['  lupita@x.test', 'l***@…'],
  ['"a@b"@x.test', '"***@…'],
  ['ñandú@x.test', 'ñ***@…'],
  ['👩‍🍳chef@x.test', '👩***@…'],
  ['\ud83dx@x.test', '\ufffd***@…'],
  ['no address', '***'],
  ['x', '***'],
  ['', ''],
])('%j is shown as %j', (address, masked) => {
  expect(maskEmail(address)).toBe(masked);
});

test.each([
  ['+57 300 123 4567', '***4567'],
  ['+573001234567', '***4567'],
  ['(55) 1234-5678', '***5678'],
  ['+57 300 123 4567 ext. 89', '***6789'],
  ['٠٥٥١٢٣٤٥٦٧', '***4567'],
  ['１２３４５６７８', '***5678'],
  ['1234567', '***'],
  ['1234', '***'],
  ['1', '***'],
  ['call me', '***'],
  ['\ud83d', '***'],
  ['', ''],
])('%j is shown as %j', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('the digits of every script are those that are dialled', () => {
  expect(digitsOf('０９ ٠٩ ०९ 09')).toBe('09090909');
  // Mathematical digits are several scripts in a row; compatibility makes them plain.
  expect(digitsOf('𝟎𝟗𝟘𝟡𝟬𝟵')).toBe('090909');
});
