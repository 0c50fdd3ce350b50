import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.apiClients'],
  views: ['ApiClient.operations'],
  things: { apiClient: 'ApiClient', registeredOperation: 'RegisteredOperation' },
  on: {
    createApiClient: 'apiClients',
    removeApiClient: 'apiClients',
    removeOperations: [],
    apiClientChanged: ['apiClients', 'operations'],
  },
});
