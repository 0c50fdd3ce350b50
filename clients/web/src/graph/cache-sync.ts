import { noteForgotten } from '@mycelium/client-kit/keep-up';
import type { Cache, Data, FieldInfo } from '@urql/exchange-graphcache';
import { ownTenant } from './own-tenant.ts';

const working = new Set<unknown>(['QUEUED', 'RUNNING']);

/** A run that no list knows makes the lists be asked for again; one that stands still may have left or settled conflicts. */
export function touchRun(cache: Cache, run: Data): void {
  const key = cache.keyOfEntity(run);
  for (const { tenant, args } of listsOf(cache, 'syncRuns'))
    if (!nodesOf(cache, tenant, 'syncRuns', args).includes(key)) forget(cache, tenant, 'syncRuns', args);
  if (!working.has(run.status) && (hasLeftConflicts(run) || hasOpenConflicts(cache))) askConflictsAgain(cache);
}

function hasLeftConflicts({ steps }: Data): boolean {
  return Array.isArray(steps) && steps.some((step) => Number((step as Data | null)?.conflicts) > 0);
}

/** Most runs follow a changed price where nothing is to be decided: those cost no query. */
function hasOpenConflicts(cache: Cache): boolean {
  return listsOf(cache, 'conflicts').some(({ tenant, args }) => {
    const page = cache.resolve(tenant, 'conflicts', args ?? {});
    return typeof page === 'string' && Number(cache.resolve(page, 'totalCount')) > 0;
  });
}

export function askConflictsAgain(cache: Cache): void {
  for (const { tenant, args } of listsOf(cache, 'conflicts')) forget(cache, tenant, 'conflicts', args);
}

/** What is kept of a list of the tenant that is worked in, by the arguments it was asked with. */
function listsOf(cache: Cache, list: string): { tenant: string; args: FieldInfo['arguments'] }[] {
  const tenant = ownTenant(cache);
  if (!tenant) return [];
  const fields = cache.inspectFields(tenant).filter(({ fieldName }) => fieldName === list);
  return fields.map(({ arguments: args }) => ({ tenant, args }));
}

function forget(cache: Cache, tenant: string, list: string, args: FieldInfo['arguments']): void {
  noteForgotten(list);
  cache.invalidate(tenant, list, args);
}

function nodesOf(cache: Cache, tenant: string, list: string, args: FieldInfo['arguments']): unknown[] {
  const page = cache.resolve(tenant, list, args ?? {});
  const edges = typeof page === 'string' ? cache.resolve(page, 'edges') : undefined;
  if (!Array.isArray(edges)) return [];
  return edges.map((edge) => (typeof edge === 'string' ? cache.resolve(edge, 'node') : undefined));
}
