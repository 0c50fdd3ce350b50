import { expect, test } from 'vitest';
import { choicesOf, sidesOf } from './sides.ts';

const one = {
  ...{ __typename: 'Contact' as const, id: 'a', side: 'TENANT' as const, kind: 'PERSON' as const, version: 1 },
  ...{ name: 'Ana', company: 'Molino', role: null, department: null, partner: null, tags: [], doNotContact: null },
  ...{
    ownerId: null,
    onboardingId: null,
    employee: null,
    mergedInto: null,
    duplicates: [],
    merges: [],
    addresses: [],
    mails: [],
    references: [],
    birthday: null,
  },
  phones: [
    {
      ...{ __typename: 'ContactPhone' as const, value: '+1', masked: '***', label: null, extension: null },
      isInternational: true,
    },
  ],
};

test('only what differs is to be chosen', () => {
  const other = { ...one, company: null, phones: [], birthday: '--03-09' };
  expect(sidesOf([one, other])).toEqual([
    { field: 'COMPANY', values: ['Molino', ''] },
    { field: 'BIRTHDAY', values: ['', '--03-09'] },
    { field: 'PHONES', values: ['+1', ''] },
  ]);
  expect(choicesOf({ PHONES: 1 }, ['a', 'b'])).toEqual([{ field: 'PHONES', contactId: 'b' }]);
});
