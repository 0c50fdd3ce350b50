import { expect, test } from 'vitest';
import { factsOf, listOfFacts, nameOfKind } from './notice-text.ts';

test('a kind without words is told by its name and its facts', () => {
  expect(nameOfKind('payment.over_due')).toBe('Payment over due');
  expect(listOfFacts({ invoice: 'A-17', amount: '1,234.5' })).toBe('invoice: A-17, amount: 1,234.5');
});

test('figures and moments are written as the language writes them, in the zone of the person', () => {
  const values = { value: 1234.5, at: '2026-11-20T18:00:00.000Z', where: 'crm → hr' };
  const plain = (text = '') => text.replace(/\s/g, ' ');
  const english = factsOf(values, 'en', 'America/Chicago');
  expect({ ...english, at: plain(english.at) }).toEqual({
    value: '1,234.5',
    at: 'Nov 20, 2026, 12:00 PM',
    where: 'crm → hr',
  });
  expect(plain(factsOf(values, 'tr', 'Europe/Istanbul').at)).toBe('20 Kas 2026 21:00');
  expect(plain(factsOf({ at: '2026-12-24' }, 'en', 'Pacific/Kiritimati').at)).toBe('Dec 24, 2026');
  expect(plain(factsOf({ at: '2026-12-24' }, 'tr', 'Pacific/Pago_Pago').at)).toBe('24 Ara 2026');
});

test('what only looks like a moment stays as it is', () => {
  expect(factsOf({ at: '2026-99-99T99:99' }, 'en', 'UTC')).toEqual({ at: '2026-99-99T99:99' });
});
