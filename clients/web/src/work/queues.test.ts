import { expect, test } from 'vitest';
import { inOrder, type Queue, stateOf } from './queues.ts';

const queue = (kind: string, more: Partial<Queue> = {}): Queue => ({
  ...{ __typename: 'TaskQueue', subgraph: 'tenants', kind, waiting: 0, due: 0, running: 0, failed: 0 },
  ...{ oldestDueAt: null, doneLastHour: 0, isPaused: false, ...more },
});

test('what was given up comes first, and a subgraph that is away leaves the others', () => {
  const [mail, sync, job] = [queue('mail'), queue('sync-run', { failed: 2 }), queue('event-job')];
  expect(inOrder({ tenants: [mail, sync], events: [job] })).toEqual([sync, job, mail]);
  expect(inOrder({ tenants: [mail], events: null })).toEqual([mail]);
  expect(inOrder(undefined)).toEqual([]);
});

test.each([
  ['failing', 'failing', { failed: 1, isPaused: true, running: 1 }],
  ['paused', 'off', { isPaused: true, due: 3 }],
  ['running', 'ok', { running: 1, due: 3 }],
  ['due', 'waiting', { due: 3 }],
  ['planned', 'waiting', { waiting: 3 }],
  ['idle', 'ok', { doneLastHour: 3 }],
] as const)('a kind of work is %s', (word, state, more) => {
  expect(stateOf(queue('mail', more))).toEqual({ word, state });
});
