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
    tags: ['maíz'],
    doNotContact: null,
  },
  mails: [{ __typename: 'ContactMail' as const, value: 'j***@…', label: 'work' }],
  phones: [{ __typename: 'ContactPhone' as const, value: '***0142', label: null, extension: '417' }],
};

test('lines left empty are none, and a department is only of those who will work here', () => {
  const mails = [
    { value: ' ada@example.test ', label: ' work ' },
    { value: ' ', label: 'home' },
  ];
  expect(contactInputOf({ ...newContact, name: ' Ada ', department: 'Bar', mails })).toEqual({
    ...{ kind: 'PERSON', name: 'Ada', company: null, role: null, department: null, tags: [], phones: [] },
    ...{ mails: [{ value: 'ada@example.test', label: 'work' }], doNotContact: null },
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
