import { expect, test } from 'vitest';
import { classesOf, isUntaxed, taxesOn } from './tax-class.ts';

const iva = { name: 'IVA 16 %', taxClasses: ['STANDARD', 'ALCOHOL'] };
const ieps = { name: 'IEPS 26.5 %', taxClasses: ['ALCOHOL'] };
const city = { name: 'City 1 %', taxClasses: [] };

test.each([
  ['STANDARD', [iva]],
  ['ALCOHOL', [iva, ieps]],
  ['BOOKS', []],
])('items of the class %s have the taxes that are for it', (taxClass, taxes) => {
  expect(taxesOn(taxClass, [iva, ieps])).toEqual(taxes);
});

test.each([
  ['BOOKS', [iva, ieps], true],
  ['BOOKS', [iva, city], false],
  ['STANDARD', [iva], false],
  ['STANDARD', [], false],
])('whether %s is forgotten by %j: %s', (taxClass, taxes, is) => {
  expect(isUntaxed(taxClass, taxes)).toBe(is);
});

test('the classes are those of the taxes, each once, with the usual one and its own', () => {
  expect(classesOf('BOOKS', [ieps, iva])).toEqual(['STANDARD', 'ALCOHOL', 'BOOKS']);
});
