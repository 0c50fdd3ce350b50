import { relayPagination } from '@urql/exchange-graphcache/extras';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Viewer.sessions'],
  on: { revokeSession: 'sessions', revokeOtherSessions: 'sessions', changePassword: 'sessions' },
  resolvers: { Viewer: { sessions: relayPagination() } },
});
