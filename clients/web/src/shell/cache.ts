import type { CacheRules } from '../graph/cache-rules.ts';
import { rules as notices } from '../notices/cache.ts';
import { areas } from './areas.ts';

/** What the cache is told: by each area, and by the notices, which stand beside every page. */
export const rules: readonly CacheRules[] = [notices, ...areas.flatMap(({ cache = [] }) => cache)];
