import { expect, test, vi } from 'vitest';
import { api, playGraph, settled } from '../graph/play-graph.ts';
import { rules } from './cache.ts';

const RUNS =
  'query Runs { viewer { id tenant { id syncRuns(product: SMP) { edges { node { id status } } pageInfo { hasNextPage endCursor } } } } }';
const CONFLICTS =
  'query Conflicts { viewer { id tenant { id conflicts(first: 9) { edges { node { id } } totalCount pageInfo { hasNextPage endCursor } } } } }';
const FEED =
  'subscription { syncStatusChanged(tenantId: "t") { sync { id } run { id status steps { name conflicts } } } }';

/** A tenant with one run, whose pages are shown. */
async function desk(openConflicts: number) {
  const runs = [{ id: 'r1', status: 'RUNNING' }];
  const conflicts = Array.from({ length: openConflicts }, (_, index) => ({ node: { id: `c${index}` } }));
  const pageInfo = { hasNextPage: false };
  const tenant = {
    id: 't',
    syncRuns: () => ({ edges: runs.map((node) => ({ node })), pageInfo }),
    conflicts: { edges: conflicts, totalCount: openConflicts, pageInfo },
  };
  const runSync = () => {
    const run = { id: `r${runs.length + 1}`, status: 'QUEUED' };
    runs.push(run);
    return run;
  };
  const graph = playGraph(api, { viewer: { id: 'v', tenant }, runSync }, [rules]);
  const shown = await graph.show(RUNS);
  await graph.show(CONFLICTS);
  const telling = graph.follow(FEED);
  const sync = { __typename: 'TenantSync', id: 's' };
  const tell = (run: object | null) =>
    telling({
      syncStatusChanged: { __typename: 'SyncStatusChange', sync, run: run && { __typename: 'SyncRun', ...run } },
    });
  return { ...graph, tell, statuses: () => statusesOf(shown()) };
}

const statusesOf = (data: { viewer: { tenant: { syncRuns: { edges: { node: { status: string } }[] } } } }) =>
  data.viewer.tenant.syncRuns.edges.map(({ node }) => node.status);
const step = { __typename: 'SyncStep', name: 'ITEMS' };

test('a run that is known shows how it goes, and asks neither for runs nor for conflicts', async () => {
  const { tell, statuses, asked } = await desk(0);
  tell({ id: 'r1', status: 'SUCCESS', steps: [{ ...step, conflicts: 0 }] });
  await vi.waitFor(() => expect(statuses()).toEqual(['SUCCESS']));
  tell(null);
  await settled();
  expect(asked).toEqual(['Runs', 'Conflicts']);
});

test('a run that is new makes the runs be asked for again, and one that works asks for no conflicts', async () => {
  const { write, statuses, asked } = await desk(3);
  await write('mutation { runSync(tenantId: "t", product: SMP) { id status } }');
  await vi.waitFor(() => expect(statuses()).toEqual(['RUNNING', 'QUEUED']));
  expect(asked).toEqual(['Runs', 'Conflicts', 'Runs']);
});

test.each([
  ['has left conflicts', 0, 2],
  ['may have settled those that are open', 1, 0],
])('a run that ends and %s makes the conflicts be asked for again', async (_, open, left) => {
  const { tell, asked } = await desk(open);
  tell({ id: 'r1', status: 'SUCCESS', steps: [{ ...step, conflicts: left }] });
  await vi.waitFor(() => expect(asked).toEqual(['Runs', 'Conflicts', 'Conflicts']));
});
