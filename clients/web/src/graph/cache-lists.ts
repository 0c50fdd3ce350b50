import { noteForgotten } from '@mycelium/client-kit/keep-up';
import type { Cache, Data } from '@urql/exchange-graphcache';

/** A field of a type is asked for again, of each owner that an answer speaks of; a list only where it has none of `unlessIn`. */
export function askAgain(cache: Cache, [type, field]: readonly [string, string], about: string[], unlessIn: string[]) {
  const owners = ownersOf(cache, type, about);
  const stale = owners.filter((owner) => !holds(cache, owner, field, unlessIn));
  // Also when nothing is kept of it yet: its first answer may be on its way.
  if (stale.length > 0 || owners.length === 0) noteForgotten(field);
  for (const owner of stale) forget(cache, owner, field);
}

/** One thing by its id is asked for again where it is kept that there is none, or where that may be on its way. */
export function askForBack(cache: Cache, field: string, id: string): void {
  noteForgotten(field);
  if (cache.resolve('Query', field, { id }) === null) cache.invalidate('Query', field, { id });
}

/** The keys of the things that an answer is, or has right inside. */
export function thingsIn(cache: Cache, answer: unknown): string[] {
  if (!isData(answer)) return [];
  const inside = Object.values(answer).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  return [answer, ...inside.filter(isData)].map((data) => cache.keyOfEntity(data)).filter(isText);
}

/** The ids of what a change has taken away: a mutation that removes answers them, and news has no more of it. */
export function goneBy(name: string, answer: unknown): string[] {
  if (name.startsWith('remove')) return [answer].flat().filter(isText);
  if (!isData(answer)) return [];
  const isRemoved = answer.kind === 'REMOVED';
  return Object.entries(answer).flatMap(([field, id]) => {
    const noun = field.replace(/Id$/, '');
    const isGone = noun !== field && (isRemoved || answer[noun] === null);
    return isGone && isText(id) ? [id] : [];
  });
}

/** What is kept of a field of the tenant that is worked in, once for each set of arguments that it was asked with. */
export function keptOfTenant(cache: Cache, field: string): unknown[] {
  return ownersOf(cache, 'Tenant', []).flatMap((tenant) => kept(cache, tenant, field));
}

/** Whether a list of the tenant has something already. */
export function isListed(cache: Cache, list: string, member: unknown): boolean {
  const keys = thingsIn(cache, member);
  return ownersOf(cache, 'Tenant', []).some((tenant) => holds(cache, tenant, list, keys));
}

/** Takes something off the list of what it belongs to. An answer from before that brings it back makes the list be asked for again. */
export function takeOff(cache: Cache, member: Data, owner: string, list: string): void {
  const lister = cache.resolve(member, owner);
  const listed = isText(lister) && cache.resolve(lister, list);
  const key = cache.keyOfEntity(member);
  noteForgotten(list);
  if (!isText(lister) || !Array.isArray(listed)) return;
  cache.link(
    lister,
    list,
    listed.filter(isText).filter((each) => each !== key),
  );
  // A list of ids alone, as news has it, would otherwise be shown with what is still known of it.
  if (key) cache.invalidate(key);
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && '__typename' in value;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** One person works in one tenant at a time; other owners are among what an answer speaks of, or it hangs on them. */
function ownersOf(cache: Cache, type: string, about: string[]): string[] {
  if (type === 'Query') return ['Query'];
  const viewer = cache.resolve('Query', 'viewer');
  if (type === 'Viewer') return [viewer].filter(isText);
  if (type === 'Tenant') return isText(viewer) ? [cache.resolve(viewer, 'tenant')].filter(isText) : [];
  const near = about.flatMap((key) => [key, ...linksOf(cache, key)]);
  return [...new Set(near)].filter((key) => key.startsWith(`${type}:`));
}

/** What is kept of a field is asked for again where it is shown, whatever its arguments were. */
function forget(cache: Cache, owner: string, field: string): void {
  for (const { fieldName, arguments: args } of cache.inspectFields(owner)) {
    if (fieldName === field) cache.invalidate(owner, fieldName, args);
  }
}

function linksOf(cache: Cache, key: string): string[] {
  return cache
    .inspectFields(key)
    .map(({ fieldName, arguments: args }) => cache.resolve(key, fieldName, args))
    .filter(isText);
}

function holds(cache: Cache, owner: string, list: string, keys: string[]): boolean {
  return keys.length > 0 && kept(cache, owner, list).some((part) => keys.some((key) => has(cache, part, key)));
}

function kept(cache: Cache, owner: string, field: string): unknown[] {
  return cache
    .inspectFields(owner)
    .filter(({ fieldName }) => fieldName === field)
    .map(({ arguments: args }) => cache.resolve(owner, field, args));
}

/** Whether a plain list, or a page of one, has it. */
function has(cache: Cache, part: unknown, key: string): boolean {
  if (Array.isArray(part)) return part.includes(key);
  const edges = isText(part) ? cache.resolve(part, 'edges') : undefined;
  return Array.isArray(edges) && edges.some((edge) => isText(edge) && cache.resolve(edge, 'node') === key);
}
