import { expect, test } from 'vitest';
import { heldBack } from './held-back.ts';
import type { Sync } from './sync.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const [past, soon, later] = ['2026-11-30T11:59:59.999Z', '2026-11-30T12:01:00Z', '2026-11-30T12:15:00Z'];
const connectionOf = (state: Partial<NonNullable<Sync['connection']>>): Sync['connection'] => ({
  ...{ __typename: 'VendorConnection', breaker: 'CLOSED', until: null, pausedUntil: null },
  ...state,
});

test.each([
  ['nobody can say how it is', null, undefined],
  ['it is in use', connectionOf({}), undefined],
  ['its pause is over', connectionOf({ pausedUntil: past }), undefined],
  ['it asked for a pause', connectionOf({ pausedUntil: soon }), { why: 'PAUSE_ASKED', until: soon }],
  ['it failed too often', connectionOf({ breaker: 'OPEN', until: soon }), { why: 'FAILING', until: soon }],
  ['it failed, and its rest is over', connectionOf({ breaker: 'OPEN', until: past }), { why: 'DUE' }],
  ['it is tried again', connectionOf({ breaker: 'PROBING', until: past }), { why: 'TRYING' }],
  [
    'it failed, and asked for a longer pause',
    connectionOf({ breaker: 'OPEN', until: soon, pausedUntil: later }),
    { why: 'PAUSE_ASKED', until: later },
  ],
  [
    'it asked for a pause, and rests longer',
    connectionOf({ breaker: 'OPEN', until: later, pausedUntil: soon }),
    { why: 'FAILING', until: later },
  ],
])('when %s, that is what is said', (_when, connection, said) => {
  expect(heldBack(connection, now)).toEqual(said);
});
