import { expect, test } from 'vitest';
import { emailState } from './email-state.ts';

test.each([
  ['OPEN', 'QUEUED', { state: 'waiting', word: 'QUEUED' }],
  ['OPEN', 'SENT', { state: 'ok', word: 'SENT' }],
  ['OPEN', 'FAILED', { state: 'failing', word: 'FAILED' }],
  ['EXPIRED', 'SENT', { state: 'attention', word: 'EXPIRED' }],
  ['OPEN', null, undefined],
] as const)('an invitation that is %s and whose email is %s', (status, mail, standing) => {
  expect(emailState({ status, mail })).toEqual(standing);
});
