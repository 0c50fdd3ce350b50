import { expect, test } from 'vitest';
import { oncePerEvent } from './once-per-event.ts';
import { placeOfEntry } from './place-of-entry.ts';

test('what one event did to several subjects is said once, and two kinds of one event are two', () => {
  const one = { eventId: 'e1', kind: 'OPPORTUNITY_WON' } as const;
  const [same, second] = [{ ...one }, { eventId: 'e1', kind: 'NOTE_WRITTEN' } as const];
  expect(oncePerEvent([one, same, second, one])).toEqual([one, second]);
});

const contact = { __typename: 'Contact', id: 'c1', name: 'Ada' } as const;
const note = { __typename: 'Note', id: 'n1', content: 'Called' } as const;
const subject = (kind: 'CONTACT' | 'TENANT' | 'PARTNER') => ({ __typename: 'Subject', kind, id: `${kind} 1` }) as const;

test.each([
  [{ kind: 'NOTE_WRITTEN', contact, note, relatedId: 'n1' }, '/crm/notes/n1'],
  [{ kind: 'NOTE_REMOVED', contact, note: null, relatedId: 'n1' }, '/crm/contacts/c1'],
  [{ kind: 'ACTIVITY_REMOVED', contact: null, note: null, relatedId: 'a1' }, undefined],
  [{ kind: 'ACTIVITY_COMPLETED', contact, note: null, relatedId: 'a1' }, '/crm/activities/a1'],
  [{ kind: 'OPPORTUNITY_MOVED', contact, note: null, relatedId: 'o1' }, '/crm/pipeline/o1'],
  [{ kind: 'SYNC_FAILED', contact: null, note: null, relatedId: 's1' }, '/sync/s1'],
  [{ kind: 'MEMBER_LEFT', contact: null, note: null, relatedId: 'm1' }, undefined],
  [{ kind: 'CREDIT_ALLOCATED', contact: null, note: null, relatedId: null }, undefined],
  [
    { kind: 'COMMISSION_UPDATED', contact, note: null, relatedId: 'c1', subject: subject('PARTNER') },
    '/crm/partners/PARTNER 1',
  ],
] as const)('%j leads to what it is about, while that is there', (entry, path) => {
  expect(placeOfEntry({ subject: subject('TENANT'), ...entry })?.path).toBe(path);
});
