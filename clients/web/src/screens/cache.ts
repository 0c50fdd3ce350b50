import { relayPagination } from '@urql/exchange-graphcache/extras';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.displays', 'Tenant.menuBoards'],
  on: {
    pairDisplay: 'displays',
    displayHealthChanged: 'displays',
    createMenuBoard: 'menuBoards',
    removeMenuBoard: 'menuBoards',
    menuBoardChanged: 'menuBoards',
  },
  resolvers: { Tenant: { displays: relayPagination(), menuBoards: relayPagination() } },
});
