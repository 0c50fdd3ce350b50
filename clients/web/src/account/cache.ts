import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Viewer.sessions', 'Viewer.pins'],
  on: { setPin: 'pins', revokeSession: 'sessions', revokeOtherSessions: 'sessions', changePassword: 'sessions' },
});
