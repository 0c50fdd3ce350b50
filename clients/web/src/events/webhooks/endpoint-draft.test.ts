import { expect, test } from 'vitest';
import { endpointInputOf, isTold } from './endpoint-draft.ts';

test('what was not touched is not sent, and what was emptied is', () => {
  expect(endpointInputOf({})).toEqual({});
  expect(endpointInputOf({ url: ' https://a.test ', description: ' ', eventTypes: [] })).toEqual({
    url: 'https://a.test',
    description: '',
    eventTypes: [],
  });
  expect(endpointInputOf({ sources: ['crm'] })).toEqual({ sources: ['crm'] });
});

test('alerts can be chosen, the audit log cannot', () => {
  expect(['user.created', 'alert.raised', 'audit.recorded', 'webhook.changed'].filter(isTold)).toEqual([
    'user.created',
    'alert.raised',
  ]);
});
