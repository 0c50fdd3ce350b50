import { relayPagination } from '@urql/exchange-graphcache/extras';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({ resolvers: { Tenant: { auditEntries: relayPagination() } } });
