import { expect, test, vi } from 'vitest';
import { api, playGraph, settled } from '../graph/play-graph.ts';
import { rules as failed } from './failed/cache.ts';
import { rules as matrix } from './matrix/cache.ts';

const FAILED = 'query Failed { viewer { id tenant { id failedEvents { totalCount } } } }';
const JOBS = 'query Jobs { viewer { id tenant { id eventJobs { edges { node { id status } } } } } }';
const MATRIX = 'query Matrix { viewer { id tenant { id communicationMatrix { tenantId totalPendingEvents } } } }';
const JOB_FEED = 'subscription { eventJobChanged(tenantId: "t") { jobId job { id status } } }';
const MATRIX_FEED = 'subscription { communicationMatrixChanged(tenantId: "t") { tenantId totalPendingEvents } }';

/** The pages about what failed, about its jobs and about the channels, all shown. */
async function desk() {
  const tenant = {
    id: 't',
    failedEvents: { totalCount: 3 },
    eventJobs: { edges: [{ node: { id: 'j', status: 'RUNNING' } }] },
    communicationMatrix: { tenantId: 't', totalPendingEvents: 5 },
  };
  const retryEvent = { eventId: 'e', targetApplication: 'smp' };
  const graph = playGraph(api, { viewer: { id: 'v', tenant }, retryEvent }, [failed, matrix]);
  for (const query of [FAILED, JOBS]) await graph.show(query);
  const shown = await graph.show(MATRIX);
  graph.asked.length = 0;
  return { ...graph, pending: () => shown().viewer.tenant.communicationMatrix.totalPendingEvents };
}

test('what is done about an event makes all that says how the bus is be asked for again', async () => {
  const { write, asked } = await desk();
  await write('mutation { retryEvent(id: "e") { eventId targetApplication } }');
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(['Failed', 'Matrix']));
});

test('the matrix shows as it is told, and only what is beside it is asked for again', async () => {
  const { follow, pending, asked } = await desk();
  const matrixNow = { __typename: 'CommunicationMatrix', tenantId: 't', totalPendingEvents: 4 };
  follow(MATRIX_FEED)({ communicationMatrixChanged: matrixNow });
  await vi.waitFor(() => expect(pending()).toBe(4));
  await vi.waitFor(() => expect(asked).toEqual(['Failed']));
});

test.each([
  ['goes on asks for nothing', 'RUNNING', []],
  ['is new makes the jobs be asked for again', 'QUEUED', ['Jobs']],
  ['is done makes all be asked for again', 'DONE', ['Failed', 'Jobs', 'Matrix']],
])('a job that %s', async (_, status, again) => {
  const { follow, asked } = await desk();
  const job = { __typename: 'EventJob', id: 'j', status };
  follow(JOB_FEED)({ eventJobChanged: { __typename: 'EventJobChange', jobId: 'j', job } });
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(again));
  await settled();
  expect(asked).toHaveLength(again.length);
});
