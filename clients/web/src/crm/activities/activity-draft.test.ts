import { expect, test } from 'vitest';
import { activityInputOf, changedActivityOf, draftOfActivity, newActivity } from './activity-draft.ts';

const call = {
  ...{ __typename: 'Activity' as const, id: 'a', side: 'TENANT' as const, type: 'CALL' as const, version: 2 },
  subject: { __typename: 'Subject' as const, kind: 'TENANT' as const, id: 't' },
  ...{ title: 'Call Ada', tags: [], description: null, assigneeId: 'u', contact: null },
  ...{ dueOn: null, dueAt: '2026-12-24T15:00:00.000Z', timeZone: 'Europe/Istanbul' },
  ...{ outcome: null, completedAt: null, completedBy: null },
};

test('a day without a time is a day, and with one a time of the place', () => {
  expect(activityInputOf({ ...newActivity, title: ' Call ', day: '2026-12-24' })).toMatchObject({
    ...{ title: 'Call', dueOn: '2026-12-24', dueAt: null, assigneeId: null, description: null },
  });
  expect(activityInputOf({ ...newActivity, day: '2026-12-24', time: '18:00' })).toMatchObject({
    ...{ dueOn: null, dueAt: '2026-12-24T18:00' },
  });
  expect(activityInputOf({ ...newActivity, time: '18:00' })).toMatchObject({ dueOn: null, dueAt: null });
});

test('a moment is shown as it is where the assignee works', () => {
  expect(draftOfActivity(call)).toMatchObject({ day: '2026-12-24', time: '18:00' });
  expect(draftOfActivity({ ...call, dueOn: '2026-12-25', dueAt: null })).toMatchObject({ day: '2026-12-25', time: '' });
});

test('only what was changed is sent, a time with its day', () => {
  const draft = { ...draftOfActivity(call), time: '' };
  expect(changedActivityOf(draft, { time: '' }, 2)).toEqual({ version: 2, dueOn: '2026-12-24', dueAt: null });
  expect(changedActivityOf({ ...draft, title: 'Ring Ada' }, { title: 'Ring Ada' }, 2)).toEqual({
    ...{ version: 2, title: 'Ring Ada' },
  });
});
