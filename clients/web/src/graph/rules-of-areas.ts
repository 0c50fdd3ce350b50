import { rules as access } from '../access/cache.ts';
import { rules as account } from '../account/cache.ts';
import { rules as alerts } from '../events/alerts/cache.ts';
import { rules as analytics } from '../events/analytics/cache.ts';
import { rules as applications } from '../events/applications/cache.ts';
import { rules as credits } from '../events/credits/cache.ts';
import { rules as failed } from '../events/failed/cache.ts';
import { rules as matrix } from '../events/matrix/cache.ts';
import { rules as queue } from '../events/queue/cache.ts';
import { rules as eventSettings } from '../events/settings/cache.ts';
import { rules as webhooks } from '../events/webhooks/cache.ts';
import { rules as log } from '../log/cache.ts';
import { rules as menu } from '../menu/cache.ts';
import { rules as notices } from '../notices/cache.ts';
import { rules as people } from '../people/cache.ts';
import { rules as screens } from '../screens/cache.ts';
import { rules as services } from '../services/cache.ts';
import { rules as sync } from '../sync/cache.ts';
import type { CacheRules } from './cache-rules.ts';

/** What each area says of the cache. */
export const rulesOfAreas: readonly CacheRules[] = [
  ...[access, account, log, menu, notices, people, screens, services, sync],
  ...[queue, failed, matrix, webhooks, alerts, applications, credits, analytics, eventSettings],
];
