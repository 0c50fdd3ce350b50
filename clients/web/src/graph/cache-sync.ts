import { noteForgotten } from '@mycelium/client-kit/keep-up';
import type { Cache, Data, FieldInfo } from '@urql/exchange-graphcache';

const working = new Set<unknown>(['QUEUED', 'RUNNING']);

/** A run that no list knows makes the lists be asked for again; one that stands still may have left or settled conflicts. */
export function touchRun(cache: Cache, run: Data): void {
  const key = cache.keyOfEntity(run);
  const fields = cache.inspectFields('Query');
  for (const { fieldName, arguments: args } of fields) {
    if (fieldName === 'syncRuns' && !nodesOf(cache, args, fieldName).includes(key)) forget(cache, fieldName, args);
  }
  if (!working.has(run.status) && (hasLeftConflicts(run) || hasOpenConflicts(cache))) askConflictsAgain(cache);
}

function hasLeftConflicts({ steps }: Data): boolean {
  return Array.isArray(steps) && steps.some((step) => Number((step as Data | null)?.conflicts) > 0);
}

/** Most runs follow a changed price where nothing is to be decided: those cost no query. */
function hasOpenConflicts(cache: Cache): boolean {
  return cache.inspectFields('Query').some(({ fieldName, arguments: args }) => {
    const page = fieldName === 'conflicts' ? cache.resolve('Query', fieldName, args ?? {}) : undefined;
    return typeof page === 'string' && Number(cache.resolve(page, 'totalCount')) > 0;
  });
}

export function askConflictsAgain(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    if (fieldName === 'conflicts') forget(cache, fieldName, args);
}

function forget(cache: Cache, fieldName: string, args: FieldInfo['arguments']): void {
  noteForgotten(fieldName);
  cache.invalidate('Query', fieldName, args);
}

function nodesOf(cache: Cache, args: FieldInfo['arguments'], fieldName: string): unknown[] {
  const page = cache.resolve('Query', fieldName, args ?? {});
  const edges = typeof page === 'string' ? cache.resolve(page, 'edges') : undefined;
  if (!Array.isArray(edges)) return [];
  return edges.map((edge) => (typeof edge === 'string' ? cache.resolve(edge, 'node') : undefined));
}
