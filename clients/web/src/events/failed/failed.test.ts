import { expect, test } from 'vitest';
import { actionsFor } from './failed.ts';

const id = '01a2288e-c575-76e4-a8a9-0c4832976e5d';

test.each([
  ['was given up', { id, status: 'FAILED', isReplayable: true }, ['RETRY', 'REPLAY', 'DISCARD']],
  ['came too late', { id, status: 'TIMEOUT', isReplayable: true }, ['RETRY', 'REPLAY', 'DISCARD']],
  ['was given up, of the platform alone', { id, status: 'FAILED', isReplayable: false }, ['RETRY', 'DISCARD']],
  ['was acknowledged', { id, status: 'ACKNOWLEDGED', isReplayable: true }, ['REPLAY']],
  ['was acknowledged, of the platform alone', { id, status: 'ACKNOWLEDGED', isReplayable: false }, []],
  ['is under way', { id, status: 'PUBLISHED', isReplayable: true }, []],
  ['is not kept', { id: null, status: 'FAILED', isReplayable: true }, []],
] as const)('of a delivery that %s only that is offered which is possible', (_, delivery, possible) => {
  expect(actionsFor(delivery)).toEqual(possible);
});
