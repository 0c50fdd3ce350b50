import { expect, test } from 'vitest';
import { changedInputOf, contactInputOf, draftOfContact, newContact } from './contact-draft.ts';

const card = {
  ...{ __typename: 'Contact' as const, id: 'c', kind: 'PERSON' as const, side: 'TENANT' as const, version: 3 },
  ...{
    name: 'Ada',
    company: 'Molino',
    role: null,
    department: null,
    partner: null,
    ownerId: null,
    tags: ['maíz'],
    doNotContact: null,
  },
  ...{ onboardingId: null, employee: null, mergedInto: null, duplicates: [], merges: [] },
  references: [{ __typename: 'ContactReference' as const, system: 'hubspot', id: '17' }],
  mails: [{ __typename: 'ContactMail' as const, masked: 'j***@…', label: 'work' }],
  phones: [{ __typename: 'ContactPhone' as const, masked: '***0142', label: null, extension: '417' }],
};

test('lines left empty are none, and a department is only of those who will work here', () => {
  const mails = [
    { value: ' ada@example.test ', label: ' work ' },
    { value: ' ', label: 'home' },
  ];
  expect(contactInputOf({ ...newContact, name: ' Ada ', department: 'Bar', mails })).toEqual({
    ...{ kind: 'PERSON', name: 'Ada', company: null, role: null, department: null, tags: [], phones: [] },
    ...{ mails: [{ value: 'ada@example.test', label: 'work' }], addresses: [], ownerId: null, doNotContact: null },
    birthday: null,
  });
  expect(contactInputOf({ ...newContact, kind: 'USER', department: ' Bar ' }).department).toBe('Bar');
});

test('what is behind masks is not sent back', () => {
  const draft = { ...draftOfContact(card), name: 'Bea', isBarred: true, reason: 'asked' };
  expect(draft.phones).toEqual([{ value: '***0142 x417', label: '' }]);
  expect(changedInputOf(draft, { name: 'Bea', isBarred: true }, 3)).toEqual({
    ...{ version: 3, name: 'Bea', doNotContact: { reason: 'asked' } },
  });
});

test('who is shown whole is edited whole, and an address of which nothing is left is none', () => {
  const warehouse = {
    street: '5 de Mayo 12',
    city: 'Puebla',
    label: null,
    postalCode: null,
    region: null,
    country: null,
  };
  const whole = draftOfContact(card, {
    ...{ __typename: 'Contact', id: 'c', phones: [], birthday: '--03-09' },
    mails: [{ __typename: 'ContactMail', value: 'jo@molino.test', label: 'work' }],
    addresses: [{ __typename: 'ContactAddress', ...warehouse }],
  });
  expect(whole).toMatchObject({ mails: [{ value: 'jo@molino.test' }], addresses: [{ street: '5 de Mayo 12' }] });
  expect(contactInputOf(whole)).toMatchObject({ addresses: [warehouse], birthday: '--03-09' });
  const emptied = whole.addresses.map((address) => ({ ...address, street: ' ', city: '' }));
  expect(contactInputOf({ ...whole, addresses: emptied }).addresses).toEqual([]);
});
