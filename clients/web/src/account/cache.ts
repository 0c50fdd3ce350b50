import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Viewer.sessions'],
  on: { revokeSession: 'sessions', revokeOtherSessions: 'sessions', changePassword: 'sessions' },
});
