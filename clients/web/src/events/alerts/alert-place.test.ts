import { expect, test } from 'vitest';
import { placeOf } from './alert-place.ts';

test.each([
  [{ kind: 'FAILED_EVENTS', source: 'crm', target: 'hr' }, '/events/failed?source=crm&target=hr'],
  [{ kind: 'PENDING_AGE', source: 'crm', target: 'hr' }, '/events/queue?source=crm&target=hr'],
  [{ kind: 'CHANNEL_STOPPED', source: 'crm', target: 'hr' }, '/events/matrix/crm/hr'],
  [{ kind: 'SUCCESS_RATE', source: 'crm', target: 'hr' }, '/events/matrix/crm/hr'],
  [{ kind: 'BREAKER_OPEN', target: 'hr' }, '/events/applications/hr'],
  [{ kind: 'WEBHOOK_DISABLED', endpointId: 'x' }, '/events/webhooks/x'],
  [{ kind: 'SCREEN_OFFLINE', path: '/screens/x' }, '/screens/x'],
] as const)('%j leads to %s', (about, place) => {
  expect(placeOf(about)).toBe(place);
});
