import { relayPagination } from '@urql/exchange-graphcache/extras';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.apiClients'],
  views: ['ApiClient.operations'],
  on: {
    createApiClient: 'apiClients',
    removeApiClient: 'apiClients',
    apiClientChanged: ['apiClients', 'operations'],
  },
  resolvers: { Tenant: { apiClients: relayPagination() }, ApiClient: { operations: relayPagination() } },
});
