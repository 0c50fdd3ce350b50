import type { Cache } from '@urql/exchange-graphcache';

/** The tenant that is worked in, once the cache knows it: its lists hang there. */
export function ownTenant(cache: Cache): string | undefined {
  const viewer = cache.resolve('Query', 'viewer');
  const tenant = typeof viewer === 'string' ? cache.resolve(viewer, 'tenant') : undefined;
  return typeof tenant === 'string' ? tenant : undefined;
}
