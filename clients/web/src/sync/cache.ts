import type { Cache } from '@urql/exchange-graphcache';
import { isData, keptOfTenant } from '../graph/cache-lists.ts';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.syncRuns'],
  views: ['Tenant.conflicts'],
  things: { sync: 'TenantSync', syncRun: 'SyncRun' },
  on: {
    runSync: (run, _, cache) => concernedBy(run, cache),
    previewSync: (run, _, cache) => concernedBy(run, cache),
    retrySyncRun: (run, _, cache) => concernedBy(run, cache),
    syncStatusChanged: ({ run }, _, cache) => (isData(run) ? concernedBy(run, cache) : []),
    resolveConflict: 'conflicts',
  },
});

const working = new Set<unknown>(['QUEUED', 'RUNNING']);

/** A run that stands still may have left or settled conflicts. */
function concernedBy(run: Run, cache: Cache): readonly ('syncRuns' | 'conflicts')[] {
  const isSettled = !working.has(run.status) && (hasLeftConflicts(run) || hasOpenConflicts(cache));
  return isSettled ? ['syncRuns', 'conflicts'] : ['syncRuns'];
}

type Run = Readonly<Record<string, unknown>>;

function hasLeftConflicts({ steps }: Run): boolean {
  return Array.isArray(steps) && steps.some((step) => isData(step) && Number(step.conflicts) > 0);
}

/** Most runs follow a changed price where nothing is to be decided: those cost no query. */
function hasOpenConflicts(cache: Cache): boolean {
  return keptOfTenant(cache, 'conflicts').some(
    (page) => typeof page === 'string' && Number(cache.resolve(page, 'totalCount')) > 0,
  );
}
